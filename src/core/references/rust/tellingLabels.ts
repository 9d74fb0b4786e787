import { HUB_CRATES } from '../catalogue/rust.ts';
import { readId } from '../idForms.ts';
import type { Expression, Located, Text } from '../program/expression.ts';
import { placed } from '../program/placed.ts';
import type { Program } from '../program/program.ts';
import type { Values } from '../program/values.ts';
import { type Reference, unstated } from '../reference.ts';
import { saidBeside } from './builderRevisions.ts';
import { IDIOMS } from './idioms.ts';

/**
 * Labels that say "a repo of the Hub" in a file that works with one of its crates: the option of a command line is
 * read in one file and loaded in another, so that no file shows the whole way.
 */
const LABEL =
  /^(?:(?:default|hf|base|llm|chat|text|vision|embedding|embedder|reranker|whisper|tts|asr|draft|t5|clip|vae)_)*(?:model|tokenizer|repo|hub|hf)(?:_(?:id|name|repo|repo_id|model|tokenizer|model_id))?$/;

/** Crates that read ids of the same look as another service's. */
const FOREIGN = /^(?:async_openai|openai\w*|ollama_rs|anthropic\w*|genai|rig|groq\w*|openrouter\w*)$/;

/** Values under labels that name a repo, in a file that works with a crate of the Hub; in any file, of options whose help says it. */
export function readTellingLabels(program: Program, values: Values): Reference[] {
  const crates = [...program.packages];
  const isTelling = crates.some(each => HUB_CRATES.test(each)) && !crates.some(each => FOREIGN.test(each));
  return program.labelled.flatMap(({ label, value, revision, told }) => {
    if (!told && !(isTelling && LABEL.test(label.toLowerCase()))) return [];
    const kind = told ?? 'model';
    return textsOf(value, 0).flatMap(text => {
      const read = readId(text.value, 'full', kind, false);
      if (read?.judged !== 'repo') return [];
      const span = placed(text, read);
      return [
        {
          id: read.id,
          kind,
          span,
          api: label,
          link: false,
          ...unstated,
          pins: [],
          ...(revision && saidBeside(revision, values)),
        },
      ];
    });
  });
}

const MAX_DEPTH = 8;

/** The literals of a value: itself, one of several, what a method hands on; the id of a pair with its revision. */
function textsOf(value: Located, depth: number): Text[] {
  const { expression } = value;
  const inner = (each: Expression) => (depth > MAX_DEPTH ? [] : textsOf({ ...value, expression: each }, depth + 1));
  switch (expression.type) {
    case 'text':
      return [expression];
    case 'either':
      return expression.options.slice(0, 100).flatMap(inner);
    case 'call': {
      const { callee } = expression;
      if (callee.type === 'member' && IDIOMS.keeping.has(callee.name)) return inner(callee.object);
      const isPassing =
        (callee.type === 'member' || callee.type === 'name') && Object.hasOwn(IDIOMS.passing, callee.name);
      return isPassing ? expression.arguments.slice(0, 1).flatMap(inner) : [];
    }
    default:
      return [];
  }
}
