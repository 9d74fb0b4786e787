import { addressReferences } from '../address/addressReferences.ts';
import { isForeignText } from '../catalogue/foreignTexts.ts';
import { hasHubShape, isPublished } from '../catalogue/publishers.ts';
import { readId } from '../idForms.ts';
import type { Expression, Located, RecordValue, Scope, Text } from '../program/expression.ts';
import { placed } from '../program/placed.ts';
import type { Program } from '../program/program.ts';
import type { Values } from '../program/values.ts';
import { type Reference, unstated } from '../reference.ts';

/**
 * Labels that say "a model of the Hub" where the library at work is known. A browser keeps its model in a component's
 * state or sends it to a worker, so that no file shows the whole way from the literal to the loader; the label and the
 * import together are what its reader goes by too. What the program loads by such a name is a reference.
 */
const MODEL_LABEL =
  /^(?:(?:default|current|initial|selected|base|hf|huggingface|llm|chat|embedding|embeddings|whisper|tts|asr|vision|text|image|reranker?)_?)*model(?:_?(?:id|name|repo|path|repo_?id))?$|^(?:hf|huggingface)_?repo(?:_?id)?$/;

/** Labels under which a list keeps the ids of models. */
const LIST_LABEL =
  /(?:^|_)models?(?:_(?:list|ids?|names?|options|choices|configs?|map|registry|presets?|catalog|info))?$/;

/** What a list of choices calls its values. */
const CHOICE_LABEL = /^(?:id|value|key|name|label|path)$/;

/** What a record of a list calls the id of its model. */
const ITEM_LABEL = /^(?:id|value|name|path|model(?:_?(?:id|name|path))?|repo(?:_?id)?)$/;

/** A tokenizer is read from the Hub whoever serves its model, and nothing of an API is called so. */
const TOKENIZER_LABEL = /(?:^|_)tokenizer(?:_?(?:id|name|repo|repo_?id|path))?$/;
const TOKENIZER_FIELD = /^(?:id|name|model|path|hub_?id|(?:hf_?)?repo(?:_?id|sitory)?)$/;

/** Who serves the model of a record, and that it is the Hub: `{ provider: "huggingface", model: "org/name" }`. */
const SERVER_LABEL = /^(?:provider|backend|source|hub|vendor|api_?type)$/;
const HUB = /^(?:hugging[-_ ]?face.*|hf(?:[-_](?:inference|hub|api).*)?)$/i;

/** `defaultModelId` and `DEFAULT_MODEL_ID` are one label. */
const plain = (label: string) => label.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** Libraries whose models are repos of the Hub. */
const OURS =
  /^(?:@huggingface\/(?:transformers|inference|hub|mcp-client|tiny-agents)|@xenova\/transformers|@(?:browser|built-in)-ai\/transformers-js|node-llama-cpp)$/;

/** Libraries that read ids of the same look as another hub's. */
const FOREIGN =
  /^(?:openai|replicate|ollama|groq-sdk|together-ai|cohere-ai|ai|ollama-ai-provider|@anthropic-ai\/.*|@fal-ai\/.*|@openrouter\/.*|@ai-sdk\/(?!huggingface).*|@mistralai\/.*|@google\/.*|@cloudflare\/.*|@azure\/.*|@aws-sdk\/.*|@langchain\/(?:openai|groq|ollama|mistralai|cloudflare|anthropic).*)$/;

/** Publishers whose repos are made for transformers.js: such an id tells by itself. */
const OWN_PUBLISHER = /^(?:Xenova|onnx-community|onnx-models)\//;

/** Does the script import a library of the Hub, or speak of it, and work with no client of another one? */
export const worksWithHub = (packages: ReadonlySet<string>, text: string): boolean =>
  importsAny(packages, OURS)
    ? !importsAny(packages, FOREIGN)
    : /hugging[-_]?face/i.test(text) &&
      !importsAny(packages, FOREIGN) &&
      !isForeignText(text) &&
      !/new OpenAI\b/.test(text);

export const isOwnPublisher = (id: string): boolean => OWN_PUBLISHER.test(id);

/** Values under labels that name a model, in a script that works with a library of the Hub. */
export function readTellingLabels(program: Program, values: Values): Reference[] {
  // Source: web-llm `src/config.ts`, `AppConfig`: the address under `model` is what is fetched, `model_id` a word for it.
  const listsModels =
    program.packages.has('@mlc-ai/web-llm') || program.labelled.some(each => each.label === 'model_list');
  const found: Reference[] = [];
  for (const { label, value, packages, record } of program.labelled) {
    const word = plain(label);
    const isModel = MODEL_LABEL.test(word);
    const isChoice = CHOICE_LABEL.test(word);
    const isList = LIST_LABEL.test(word);
    if (TOKENIZER_LABEL.test(word)) found.push(...tokenizersIn(value, label));
    if (!isModel && !isChoice && !isList) continue;
    const isForeign = importsAny(packages, FOREIGN);
    const isOurs =
      (isModel && record && isServedFromHub(record, value.scope, values)) || (!isForeign && importsAny(packages, OURS));
    for (const text of textsOf(value, isList || isModel)) {
      if (label === 'model' && listsModels) found.push(...addressesIn(text));
      const isOwn = OWN_PUBLISHER.test(text.value);
      if (!(isModel || isList ? isOurs || isOwn : isOwn && !isForeign)) continue;
      found.push(...idIn(text, label));
    }
  }
  return found;
}

function idIn(text: Text, api: string): Reference[] {
  const read = readId(text.value, 'full', 'model', false);
  if (read?.judged !== 'repo') return [];
  return [{ id: read.id, kind: 'model', span: placed(text, read), api, link: false, ...unstated, pins: [] }];
}

/** `tokenizer: "org/name"`, `tokenizer: { repository: "org/name" }`. */
function tokenizersIn({ expression }: Located, api: string): Reference[] {
  const texts =
    expression.type === 'record'
      ? expression.entries.flatMap(({ key, value }) => (key && TOKENIZER_FIELD.test(plain(key)) ? [value] : []))
      : [expression];
  return texts.flatMap(text =>
    text.type === 'text' ? idIn(text, api).filter(({ id }) => hasHubShape(id) || isPublished(id)) : [],
  );
}

const importsAny = (packages: ReadonlySet<string>, names: RegExp) => [...packages].some(each => names.test(each));

/** By its own entry, else by that of the record which it is a changed copy of: `{ ...base, model: "org/name" }`. */
function isServedFromHub(record: RecordValue, scope: Scope, values: Values): boolean {
  const servers = record.entries.filter(({ key }) => key && SERVER_LABEL.test(plain(key)));
  if (servers.length > 0) return servers.some(({ value }) => value.type === 'text' && HUB.test(value.value));
  const bases = record.entries.filter(({ key, value }) => key === undefined && value.type === 'name');
  return bases.some(({ value }) =>
    values
      .known({ expression: value, scope })
      .some(
        ({ expression, scope }) =>
          expression.type === 'record' && isServedFromHub(withoutCopies(expression), scope, values),
      ),
  );
}

/** One step is enough, and cannot go in a circle. */
const withoutCopies = (record: RecordValue): RecordValue => ({
  ...record,
  entries: record.entries.filter(({ key }) => key !== undefined),
});

const addressesIn = (text: Text) => addressReferences(text.value, within => placed(text, within), 'model_list');

/** The literals of a value: itself, one of several, the argument of a hook; of a list, its items or what they call their id. */
function textsOf(value: Located, listed: boolean): Text[] {
  const { expression } = value;
  const inner = (each: Expression) => textsOf({ ...value, expression: each }, listed);
  const item = (each: Expression): Text[] => {
    if (each.type === 'text') return inner(each);
    if (each.type !== 'record') return [];
    const named = each.entries.filter(({ key, value }) => key && ITEM_LABEL.test(plain(key)) && value.type === 'text');
    return named.flatMap(entry => inner(entry.value));
  };
  switch (expression.type) {
    case 'text':
      return expression.value.length <= 200 ? [expression] : [];
    case 'either':
      return expression.options.flatMap(inner);
    case 'call':
      return /^(?:useState|useRef|ref|\$state|writable|signal)$/.test(calleeName(expression.callee))
        ? expression.arguments.slice(0, 1).flatMap(inner)
        : [];
    case 'list':
      return listed ? expression.items.flatMap(item) : [];
    case 'record':
      return listed ? expression.entries.flatMap(entry => item(entry.value)) : [];
    default:
      return [];
  }
}

const calleeName = (callee: Expression) => (callee.type === 'name' ? callee.name : '');
