import type { IdArgument } from '../catalogue/loader.ts';
import { type ReadId, readId } from '../idForms.ts';
import { absent, type Reference, type Stated, unstated } from '../reference.ts';
import type { Call } from './expression.ts';
import { givenArguments } from './givenArguments.ts';
import { type LoaderCall, loaderCalls } from './loaderCalls.ts';
import { pinOf } from './loadPin.ts';
import { isOverruled, type Passage } from './passage.ts';
import { placed } from './placed.ts';
import { repoType, toldKind } from './repoKind.ts';
import { enclosingClass, type Located } from './scope.ts';
import { argumentFor, asBoolean, asText, type Frame, keywordArgument, statedKeyword } from './stated.ts';
import type { Values } from './values.ts';
import { wrapperCalls } from './wrapperCalls.ts';

/** What a loader's argument names: a repo, or a folder that it would ask the Hub for. */
export interface Load {
  readonly reference: Reference;
  readonly judged: ReadId['judged'];
  /** The loader is told to stay off the network. */
  readonly localOnly: boolean;
}

/** How deep wrappers may be nested. */
const MAX_WRAPPERS = 3;

/** Every literal that the call takes as a loader, at the literal. */
export function readLoads(call: Located<Call>, values: Values): Load[] {
  const found: Load[] = [];
  for (const matched of loaderCalls(call, values.module)) {
    for (const argument of matched.row.ids) readArgument(matched, argument, values, found);
  }
  return found;
}

function readArgument(matched: LoaderCall, argument: IdArgument, values: Values, found: Load[]): void {
  for (const given of givenArguments(matched, argument, values)) {
    readValue(given, { matched, argument, frames: [], sure: true }, values, found);
  }
}

function readValue(at: Located, passage: Passage, values: Values, found: Load[]): void {
  const { frames } = passage;
  const origins = values.origins(at);
  for (const origin of origins) {
    const isOnly = origins.every(each => each === origin || (each.type === 'value' && each.fallback));
    if (origin.type === 'parameter') {
      if (frames.length >= MAX_WRAPPERS) continue;
      for (const call of wrapperCalls(origin.scope, enclosingClass(passage.matched.call.scope), values.module)) {
        if (frames.some(frame => frame.call.expression === call.expression)) continue;
        const given = argumentFor(call.expression, origin.scope, origin.parameter);
        if (!given) continue;
        const frame: Frame = { called: origin.scope, call };
        const further = { ...passage, frames: [frame, ...frames], sure: passage.sure && isOnly };
        readValue({ ...call, expression: given.value }, further, values, found);
      }
      continue;
    }
    readLiteral(origin.at, { ...passage, sure: passage.sure && isOnly && !origin.fallback }, values, found);
  }
}

function readLiteral(at: Located, passage: Passage, values: Values, found: Load[]): void {
  const { expression } = at;
  if (expression.type === 'sequence' || expression.type === 'dictionary') {
    const items = expression.type === 'sequence' ? expression.items : expression.entries.map(entry => entry.value);
    const further = { ...passage, sure: passage.sure && items.length === 1 };
    for (const item of items.slice(0, 100)) {
      if (item.type === 'text') readLiteral({ ...at, expression: item }, further, values, found);
    }
    return;
  }
  if (expression.type !== 'text') return;
  const { matched, argument, frames } = passage;
  const read = readId(expression.value, argument.form, argument.kind, matched.certain);
  if (!read) return;
  const { row, call, early } = matched;
  const stated = (keyword: string) => {
    const now = statedKeyword(call, keyword, row.options, values, frames);
    return now.state === 'absent' && early ? statedKeyword(early, keyword, row.options, values) : now;
  };
  const keyword = argument.revision ?? row.revision;
  const written: Stated<string> = read.revision
    ? { state: 'known', value: read.revision.value, span: placed(expression, read.revision, at.base) }
    : absent;
  const told = asText(stated(keyword));
  const place = pinOf({ ...at, expression }, read, passage, told, values);
  found.push({
    judged: read.judged,
    localOnly: isTrue(stated('local_files_only')),
    reference: {
      id: read.id,
      kind:
        read.kind ??
        toldKind(row, call.expression) ??
        repoType(keywordArgument(call.expression, 'repo_type') ? stated('repo_type') : absent, argument.kind),
      span: placed(expression, read, at.base),
      api: matched.api,
      link: false,
      ...unstated,
      pins: place ? [place] : [],
      revision: written.state === 'absent' || (isOverruled(passage) && told.state !== 'absent') ? told : written,
      codeRevision: asText(stated('code_revision')),
      trustRemoteCode: asBoolean(stated('trust_remote_code')),
      useSafetensors: asBoolean(stated('use_safetensors')),
      weightsOnly: asBoolean(stated('weights_only')),
      subfolder: asText(stated('subfolder')),
      variant: asText(stated('variant')),
    },
  });
}

const isTrue = (stated: Stated<boolean | string>) => stated.state === 'known' && stated.value === true;
