import type { Tree } from '@lezer/common';
import { parser } from '@lezer/rust';
import { addressReferences } from '../address/addressReferences.ts';
import { loaderTable } from '../catalogue/matching.ts';
import { RUST_LOADERS } from '../catalogue/rust.ts';
import { standingIds } from '../code/standingIds.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader } from '../plainReader.ts';
import { Callees } from '../program/callee.ts';
import { type Call, type Located, lastName } from '../program/expression.ts';
import type { LoadReading } from '../program/loadReading.ts';
import { readLoads } from '../program/loads.ts';
import { merged } from '../program/merged.ts';
import { Values } from '../program/values.ts';
import type { Reference } from '../reference.ts';
import { builderRevisions } from './builderRevisions.ts';
import { readProgram } from './readProgram.ts';
import { readTellingLabels } from './tellingLabels.ts';
import { RUST_WORDS } from './words.ts';

const IS_PROGRAM = new RegExp(RUST_WORDS);

const TABLE = loaderTable(RUST_LOADERS);

const CRATES: ReadonlySet<string> = new Set(RUST_LOADERS.flatMap(row => row.from));

/** Longer files are generated; of them only the addresses are read. */
const MAX_LENGTH = 2_000_000;

/** Reads Rust: loads, values that reach them, defaults of options, and addresses in strings and comments. */
export const readRust: PlainReader = ({ text }) => {
  const addresses = addressReferences(text, span => span);
  const tree = text.length <= MAX_LENGTH && IS_PROGRAM.test(text) ? parsed(text) : undefined;
  if (!tree) return { references: addresses, codeHazards: [] };
  const program = readProgram(tree, text, CRATES);
  const values = new Values(program);
  const reading = { table: TABLE, values, callees: new Callees(values), syntax: { quote: '"' } };
  const revisions = builderRevisions(program, values);
  const found = merged(
    program.calls.flatMap(call => {
      const told = revisions.get(call.expression);
      return loadsOf(call, reading).map(each => ({ ...spoken(each), ...told }));
    }),
  );
  const known = new Set(found.map(each => each.span.start));
  const labelled = readTellingLabels(program, values).filter(each => !known.has(each.span.start));
  const told = inOrder([...found, ...labelled, ...addresses]);
  const taken = new Set(told.map(each => each.span.start));
  const loads = told.some(each => !each.link) || [...program.packages].some(each => CRATES.has(each));
  const standing = standingIds(text, 'other').filter(
    ({ span }) => !taken.has(span.start) && (loads || isGivenAsRepo(text, span.start)),
  );
  return { references: inOrder([...told, ...standing]), codeHazards: [] };
};

const GIVES_REPO = /^fn (?:hf_|hub_|default_)?(?:repo_id|model_id|hf_repo|hub_id|model_repo)\s{0,4}[(<]/;

/** How far a function that lists repos may reach. */
const LIST_LENGTH = 3000;

/** The function around it says what it gives: `fn repo_id(&self) -> &str { match self { Self::Tiny => "org/name", … } }`. */
function isGivenAsRepo(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LIST_LENGTH), at);
  return GIVES_REPO.test(before.slice(Math.max(0, before.lastIndexOf('fn '))));
}

/** Macros whose tokens are expressions: with other signs in the same places they are read as the list or call that they are. */
const MACRO =
  /\b(?:vec!\s*\[|(?:format|e?print(?:ln)?|write(?:ln)?|assert(?:_eq|_ne)?|anyhow|bail|ensure|dbg|panic|info|debug|warn|error|black_box)!\s*\()/g;

const asExpression = (macro: string) =>
  macro.startsWith('vec') ? `${' '.repeat(macro.length - 1)}[` : macro.replace('!', ' ');

/** Nothing for a text that is nested beyond what the parser can follow. */
function parsed(text: string): Tree | undefined {
  try {
    return parser.parse(text.replace(MACRO, asExpression));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The client of hf-hub 1.0 takes the owner and the name apart: there no literal is an id. */
function loadsOf(call: Located<Call>, reading: LoadReading): Reference[] {
  const isPair =
    call.expression.arguments.length > 1 && /^(?:model|dataset|space)$/.test(lastName(call.expression.callee)!);
  return isPair ? [] : readLoads(call, reading);
}

/** As Rust writes it; only a text can be replaced in a call whose arguments have types and places. */
function spoken(reference: Reference): Reference {
  const words = reference.api.split('.');
  const api = words.length > 2 ? `${/^Api/.test(words[0]!) ? 'api.' : ''}${words.at(-1)}` : words.join('::');
  return { ...reference, api, pins: reference.pins.filter(pin => pin.before === '') };
}
