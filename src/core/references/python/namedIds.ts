import { MODEL_VARIABLES } from '../catalogue/environment.ts';
import { asksElsewhere } from '../catalogue/foreignTexts.ts';
import { LEGACY_DATASETS } from '../catalogue/legacyDatasets.ts';
import { isLegacyModel } from '../catalogue/legacyModels.ts';
import { FOREIGN_IMPORT, HUB_IMPORT, HUB_ROUTER, type NameSense, speaksOfHub } from '../catalogue/names.ts';
import { isPublishedId } from '../catalogue/publishedIds.ts';
import { PROVIDER_OWNERS } from '../catalogue/publishers.ts';
import { senseOfConstant } from '../catalogue/tellingNames.ts';
import { readId } from '../idForms.ts';
import { type Reference, unstated } from '../reference.ts';
import type { Call } from './expression.ts';
import { isFormField } from './formFields.ts';
import { placed } from './placed.ts';
import { type Located, lastName, type PlacedUnits } from './scope.ts';
import type { Values } from './values.ts';

/** An id that reaches no loader in sight, under a name that says what it is: `MODEL_ID = "org/name"`. */
export interface NamedId {
  readonly reference: Reference;
  readonly needs: NameSense['needs'];
}

/** The ids that a statement gives a telling name. Whether they count depends on the whole program: {@link countedIds}. */
export function readNamedIds({ start, units }: PlacedUnits): NamedId[] {
  const found: NamedId[] = [];
  for (const { base, facts } of units) {
    for (const fact of facts) {
      if (fact.type !== 'named') continue;
      const { name, text } = fact;
      const isVariable = fact.environment && Object.hasOwn(MODEL_VARIABLES, name);
      const sense: NameSense | undefined = isVariable
        ? { kind: MODEL_VARIABLES[name]!, form: 'provider', needs: 'nothing' }
        : senseOfConstant(name, text.value);
      const isLegacy =
        sense?.kind === 'dataset'
          ? LEGACY_DATASETS.has(text.value)
          : sense !== undefined && isLegacyModel(text.value, sense.needs === 'nothing');
      const bareForm = sense?.kind === 'dataset' ? 'dataset' : 'id';
      const read = sense && readId(text.value, isLegacy ? bareForm : sense.form, sense.kind, isLegacy);
      if (!sense || read?.judged !== 'repo' || !(isLegacy || read.id.includes('/')) || read.address) continue;
      if (PROVIDER_OWNERS.test(read.id)) continue;
      const needs = text.value.startsWith('local:') ? 'nothing' : sense.needs;
      const span = placed(text, read, start + base);
      const { id } = read;
      found.push({ needs, reference: { id, kind: sense.kind, span, api: name, link: false, ...unstated, pins: [] } });
    }
  }
  return found;
}

/**
 * Those that count. A constant without a loader in sight is no reference for sure, so it takes a name that is not to be
 * mistaken, and a program that works with the Hub and with no other; what goes to the Hub is none.
 */
export function countedIds(
  named: readonly NamedId[],
  text: string,
  destinations: ReadonlySet<number>,
  written: (id: string) => boolean,
): Reference[] {
  if (named.length === 0) return [];
  const needed = new Set(named.map(each => each.needs));
  const has = {
    nothing: true,
    form: false,
    library: needed.has('library') && HUB_IMPORT.test(text) && !FOREIGN_IMPORT.test(text),
    router:
      needed.has('router') &&
      HUB_ROUTER.test(text) &&
      !/base_url\s*=\s*["']https?:\/\/(?!router\.huggingface)/.test(text),
  };
  // A publisher that everybody knows leaves no doubt under a name that a model has, unless an API may be asked for it.
  const isOpen = !FOREIGN_IMPORT.test(text) && !asksElsewhere(text);
  const published = ({ needs, reference }: NamedId) =>
    isOpen && (needs === 'library' || needs === 'form') && isPublishedId(reference.id);
  const offered = ({ reference }: NamedId) => isFormField(text, reference) && !FOREIGN_IMPORT.test(text);
  return named
    .filter(each => has[each.needs] || offered(each) || published(each))
    .filter(({ reference }) => !destinations.has(reference.span.start) && !written(reference.id))
    .map(each => each.reference);
}

/** Does the program load from the Hub or speak of it, and speak to no client of another one? */
export const worksWithHub = (text: string, told: readonly Reference[]): boolean =>
  told.some(each => !each.link) ? !FOREIGN_IMPORT.test(text) : speaksOfHub(text);

/** Calls that send something to the Hub. */
const SENDING =
  /^(?:push_to_hub\w*|create_repo|upload_\w+|delete_repo|update_repo\w*|create_branch|create_tag|create_commit)$/;

/** Where the ids stand that the call sends something to. */
export function sentTo(call: Located<Call>, values: Values): number[] {
  const { callee, arguments: given } = call.expression;
  const isSending = SENDING.test(lastName(callee) ?? '');
  const places = given.filter(
    ({ role, name }) =>
      name === 'hub_model_id' || (isSending && (role === 'positional' || /repo|name/.test(name ?? ''))),
  );
  return places.flatMap(({ value }) =>
    values.origins({ ...call, expression: value }).flatMap(origin => {
      if (origin.type !== 'value' || origin.at.expression.type !== 'text') return [];
      const { expression, base } = origin.at;
      return [placed(expression, { start: 0, end: expression.value.length }, base).start];
    }),
  );
}
