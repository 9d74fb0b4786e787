import { addressReferences } from '../addressReferences.ts';
import { readId } from '../idForms.ts';
import type { Expression, Located, Text } from '../program/expression.ts';
import { placed } from '../program/loads.ts';
import type { Program } from '../program/program.ts';
import { type Reference, unstated } from '../reference.ts';

/**
 * Labels that say "a model of the Hub" where the library at work is known. A browser keeps its model in a component's
 * state or sends it to a worker, so that no file shows the whole way from the literal to the loader; the label and the
 * import together are what its reader goes by too. What the program loads by such a name is a reference.
 */
const MODEL_LABEL =
  /^(?:(?:default|current|initial|selected|base|hf|huggingface|llm|chat|embedding|embeddings|whisper|tts|asr|vision|text|image|reranker?)_?)*model(?:_?(?:id|name|repo|path|repo_?id))?$|^(?:hf|huggingface)_?repo(?:_?id)?$/;

/** Labels under which a list keeps the ids of models. */
const LIST_LABEL = /(?:^|_)models?(?:_(?:list|ids?|names?|options|choices))?$/;

/** What a list of choices calls its values. */
const CHOICE_LABEL = /^(?:id|value|key|name|label|path)$/;

/** `defaultModelId` and `DEFAULT_MODEL_ID` are one label. */
const plain = (label: string) => label.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** Libraries whose models are repos of the Hub. */
const OURS =
  /^(?:@huggingface\/(?:transformers|inference|hub|mcp-client|tiny-agents)|@xenova\/transformers|node-llama-cpp)$/;

/** Libraries that read ids of the same look as another hub's. */
const FOREIGN =
  /^(?:openai|replicate|ollama|groq-sdk|together-ai|cohere-ai|ai|ollama-ai-provider|@anthropic-ai\/.*|@fal-ai\/.*|@openrouter\/.*|@ai-sdk\/(?!huggingface).*|@mistralai\/.*|@google\/.*|@cloudflare\/.*|@azure\/.*|@aws-sdk\/.*|@langchain\/(?:openai|groq|ollama|mistralai|cloudflare|anthropic).*)$/;

/** Publishers whose repos are made for transformers.js: such an id tells by itself. */
const OWN_PUBLISHER = /^(?:Xenova|onnx-community|onnx-models)\//;

/** Values under labels that name a model, in a script that works with a library of the Hub. */
export function readTellingLabels(program: Program): Reference[] {
  const packages = [...program.packages];
  const isForeign = packages.some(each => FOREIGN.test(each));
  const isOurs = !isForeign && packages.some(each => OURS.test(each));
  // Source: web-llm `src/config.ts`, `AppConfig`: the address under `model` is what is fetched, `model_id` a word for it.
  const listsModels =
    program.packages.has('@mlc-ai/web-llm') || program.labelled.some(each => each.label === 'model_list');
  const found: Reference[] = [];
  for (const { label, value } of program.labelled) {
    const word = plain(label);
    const isModel = MODEL_LABEL.test(word);
    const isChoice = CHOICE_LABEL.test(word);
    const isList = LIST_LABEL.test(word);
    if (!isModel && !isChoice && !isList) continue;
    for (const text of textsOf(value, isList || isModel)) {
      if (label === 'model' && listsModels) found.push(...addressesIn(text));
      const isOwn = OWN_PUBLISHER.test(text.value);
      if (!(isModel || isList ? isOurs || isOwn : isOwn && !isForeign)) continue;
      const read = readId(text.value, 'full', 'model', false);
      if (read?.judged !== 'repo') continue;
      found.push({
        id: read.id,
        kind: 'model',
        span: placed(text, read),
        api: label,
        link: false,
        ...unstated,
        pins: [],
      });
    }
  }
  return found;
}

const addressesIn = (text: Text) => addressReferences(text.value, within => placed(text, within), 'model_list');

/** The literals of a value: itself, one of several, the argument of a hook; of a list, its items. */
function textsOf(value: Located, listed: boolean): Text[] {
  const { expression } = value;
  const inner = (each: Expression) => textsOf({ ...value, expression: each }, listed);
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
      return listed ? expression.items.filter(each => each.type === 'text').flatMap(inner) : [];
    case 'record':
      return listed
        ? expression.entries
            .map(entry => entry.value)
            .filter(each => each.type === 'text')
            .flatMap(inner)
        : [];
    default:
      return [];
  }
}

const calleeName = (callee: Expression) => (callee.type === 'name' ? callee.name : '');
