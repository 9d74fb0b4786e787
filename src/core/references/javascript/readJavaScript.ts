import { type Span, shifted } from '../../text/span.ts';
import { addressReferences } from '../address/addressReferences.ts';
import { JAVASCRIPT_LOADERS } from '../catalogue/javascript.ts';
import { loaderTable } from '../catalogue/matching.ts';
import { standingIds } from '../code/standingIds.ts';
import { readGradioApps } from '../html/gradioApps.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader, PlainReading } from '../plainReader.ts';
import { prefixedIds } from '../prefixedIds.ts';
import { Callees } from '../program/callee.ts';
import { readLoads } from '../program/loads.ts';
import { merged } from '../program/merged.ts';
import { Values } from '../program/values.ts';
import { relocated } from '../relocate.ts';
import { readAssembledAddresses } from './assembledAddresses.ts';
import { usualQuote } from './literal.ts';
import { parseScript } from './parse.ts';
import { readProgram } from './readProgram.ts';
import { isOwnPublisher, readTellingLabels, worksWithHub } from './tellingLabels.ts';
import { JAVASCRIPT_WORDS } from './words.ts';

const IS_PROGRAM = new RegExp(JAVASCRIPT_WORDS);

const TABLE = loaderTable(JAVASCRIPT_LOADERS);

/** Longer scripts are somebody's build; of them only the addresses are read. */
const MAX_LENGTH = 2_000_000;

/** Reads JavaScript and TypeScript: loads, values that reach them, and addresses in strings and comments. */
export const readJavaScript: PlainReader = ({ path, text }) =>
  readScripts(text, [{ start: 0, end: text.length }], path);

/**
 * Reads the parts of one script, such as the blocks of a document: what a part imports and defines is known in those
 * behind it, and one that is broken off spoils no other.
 */
export function readScripts(text: string, parts: readonly Span[], path = ''): PlainReading {
  const addresses = addressReferences(text, span => span);
  if (text.length > MAX_LENGTH || !IS_PROGRAM.test(text)) return { references: addresses, codeHazards: [] };
  const trees = parts.flatMap(part => parseScript(text, path, part) ?? []);
  const program = readProgram(trees, text);
  const values = new Values(program);
  const reading = { table: TABLE, values, callees: new Callees(values), syntax: { quote: usualQuote(text) } };
  const loads = program.calls.flatMap(call => readLoads(call, reading));
  const assembled = readAssembledAddresses(program.templates, values);
  const found = merged([...loads, ...assembled]);
  const known = new Set(found.map(each => each.span.start));
  const labelled = [...readTellingLabels(program, values), ...prefixedIds(text), ...readGradioApps(text)];
  const others = labelled.filter(each => !known.has(each.span.start));
  const told = inOrder([...found, ...others, ...addresses]);
  const taken = new Set(told.map(each => each.span.start));
  const isOurs = worksWithHub(program.packages, text);
  const standing = parts
    .flatMap(({ start, end }) =>
      standingIds(text.slice(start, end), 'other').map(each =>
        relocated(each, { place: span => shifted(span, start) }),
      ),
    )
    .filter(({ id, span }) => (isOurs || isOwnPublisher(id)) && !taken.has(span.start));
  return { references: inOrder([...told, ...standing]), codeHazards: [] };
}
