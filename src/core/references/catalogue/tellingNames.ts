import type { RepoKind } from '../reference.ts';
import { ELSEWHERE, type NameSense, senseOf } from './names.ts';

/** What the name of a field, a flag or a variable says of its value, when no table lists it. */
export interface Telling {
  readonly kind: RepoKind;
  /** The name says "Hub" itself; else the id must show by its own shape that it is one, see `hasHubShape` of `publishers.ts`. */
  readonly sure: boolean;
}

const OF_HUB = '(?:^|_)(?:hf|huggingface|hugging_face)_(?:hub_)?(?:[a-z0-9]{1,20}_){0,2}?';
const ENDS = '(?:_?(?:id|name|path|repo|repo_id|name_or_path))?$';

/** `llm_hf_repo_id` of privateGPT, `hf_checkpoint` of slime, `hf_tokenizer_name`. */
const HUB_MODEL = new RegExp(`${OF_HUB}(?:model|repo|repository|tokenizer|checkpoint|ckpt|adapter|lora)${ENDS}`);
const HUB_DATASET = new RegExp(`${OF_HUB}(?:datasets?|data)(?:_or_datasets)?${ENDS}`);

/** The same with the Hub behind: `dataset_hf_id`, `model_hf_name`. */
const THING_OF_HUB = /(?:^|_)(model|tokenizer|dataset)_(?:hf|huggingface)(?:_(?:id|name|path|repo|repo_id))?$/;

/** `train_metadata_dataset_name`: what a training script loads, part by part. Source: parler-tts and distil-whisper `training/arguments.py`. */
const TRAINING_DATASET =
  /^(?:pre)?(?:train(?:ing)?|eval(?:uation)?|valid(?:ation)?|val|test|dev)_(?:[a-z0-9]{1,20}_){0,2}dataset_name$/;

/** `reference_model_name_or_path`, `embedder_name_or_path`: what takes a name or a path asks the Hub for the name. */
const NAME_OR_PATH =
  /(?:^|_)(?:model|tokenizer|embedder|reranker|adapter|encoder|processor|policy|checkpoint)_name_or_path$/;

/** `safety_model`, `eval_model_name`, `app_reranker_id`: a model, and whose is not said. */
const SOME_MODEL =
  /(?:^|_)(?:model|tokenizer|embedder|reranker|backbone|text_encoder|vision_encoder|vision_tower)(?:_?(?:id|name|path|repo|repo_id|checkpoint))?$/;

/** `input_dataset`, `calib_dataset_name`: data, and whose is not said. */
const SOME_DATASET = /(?:^|_)datasets?(?:_?(?:id|name|repo))?$/;

/** Providers and programs that read such a variable for models of their own. */
const OTHERS =
  /(?:^|_)(?:gemini|google|vertex|perplexity|deepinfra|fireworks|siliconflow|dashscope|watsonx|cerebras|sambanova|novita|xai|mistral|cohere|voyage|jina|deepseek|moonshot|zhipu|lmstudio|lm_studio|cloudflare|fallback|api|alias|label|image|docker|car|vehicle|device|data_model|domain)(?:_|$)/;

/** Does the name say a destination, another service, or a thing that is no model of the Hub? */
export const namesAnother = (name: string): boolean =>
  ELSEWHERE.test(name.replace(/(hf|hugging_?face)_hub_/, '$1_')) || OTHERS.test(name);

/** A longer name is no name. */
const MAX_NAME = 60;

/** What a name in lower case with `_` says; nothing where it may as well name a destination or another service's model. */
export function tellingOf(name: string): Telling | undefined {
  if (name.length > MAX_NAME || !/model|repo|token|check|ckpt|adapter|lora|data|embed|rank|bone|coder|tower/.test(name))
    return undefined;
  if (namesAnother(name)) return undefined;
  if (HUB_MODEL.test(name) || NAME_OR_PATH.test(name)) return { kind: 'model', sure: true };
  const behind = THING_OF_HUB.exec(name)?.[1];
  if (behind) return { kind: behind === 'dataset' ? 'dataset' : 'model', sure: true };
  if (HUB_DATASET.test(name) || TRAINING_DATASET.test(name)) return { kind: 'dataset', sure: true };
  if (SOME_DATASET.test(name)) return { kind: 'dataset', sure: false };
  return SOME_MODEL.test(name) ? { kind: 'model', sure: false } : undefined;
}

/** What a constant's name says of its literal: as one that people give to an id, else as one that a form may have. */
export function senseOfConstant(name: string, value: string): NameSense | undefined {
  const sense = senseOf(name, value);
  if (sense) return sense;
  const telling = tellingOf(name.toLowerCase());
  return telling && { kind: telling.kind, form: 'full', needs: telling.sure ? 'library' : 'form' };
}
