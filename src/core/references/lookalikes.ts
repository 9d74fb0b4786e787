/**
 * What looks like `org/name` and is not a Hub repo. Words, lower case, one table a kind.
 * Directory words are legal user names too: such a path is kept apart as a local path, not thrown away.
 */

/** First segments that say "a folder". */
export const DIRECTORY_WORDS: ReadonlySet<string> = new Set(
  `adapter adapters archive artifacts asset assets base_models build cache cached caches checkpoint checkpoints ckpt ckpts
  config configs content converted data dataset datasets dist doc docs download downloads drive embeddings example examples
  exp experiment experiments exports files finetuned fine_tuned fixtures hf_models home images input inputs lib llm_models
  local local_model local_models log logs lora loras mnt model model_cache model_checkpoints model_dir model_files
  model_weights models mymodels notebooks onnx opt out output output_dir outputs parent pretrained pretrained_model
  pretrained_models resource resources result results root run runs save saved saved_model saved_models saves script scripts
  src store storage temp test tests tmp tokenizer tokenizers train_output trained trained_models training usr utils var
  weight weights work workdir workspace wandb lightning_logs tensorboard trainer_output finetuned_models finetune_output`
    .split(/\s+/)
    .filter(Boolean),
);

/** Names without a slash that are a folder of the writer, never a repo. */
export const LOCAL_NAMES: ReadonlySet<string> = new Set(
  `model tokenizer adapter lora checkpoint output outputs results data dataset path finetuned fine-tuned merged trained
  saved local base test tmp best last final latest config processor encoder decoder vae unet scheduler text_encoder
  transformer dummy fake foo bar baz name id none default auto null example`
    .split(/\s+/)
    .filter(Boolean),
);

/** `my_model`, `checkpoint-500`, `output_dir`, `bert-finetuned`: names that people give to what they made themselves. */
export const HOME_MADE =
  /^(?:my|your|our|new|some|the|saved|local|trained|finetuned|path|test)[-_]|^(?:checkpoint|ckpt|epoch|step|iter|run|exp)[-_]?\d|[-_](?:dir|path|folder|output|outputs|checkpoint|ckpt|merged|saved|results)$/i;

/** Endings of a file, not of a repo. `gguf`, `onnx` and version numbers also end repo names, and are not here. */
export const FILE_SUFFIX =
  /\.(?:arrow|bat|bin|bz2|cfg|ckpt|csv|db|env|gz|h5|html?|ini|ipynb|jinja2?|jpe?g|jsonl?|log|md|mp[34]|npy|npz|parquet|pdf|pickle|pkl|png|pth?|py|safetensors|sh|sqlite|tar|tgz|tiktoken|toml|tsv|txt|wav|webp|xml|ya?ml|zip|zst)$/i;

/** Owners that stand for "put yours here". */
export const PLACEHOLDER_OWNER =
  /^(?:your|my|some|any|another|other|the)(?:$|[-_.]?(?:account|company|hf|hf[-_]?username|hub|huggingface|name|namespace|org|organi[sz]ation|own|team|user|username|id|repo)(?:$|[-_].*))|^(?:your|my|some)[-_].*$|^(?:user|username|user[-_]?name|hf[-_]?user(?:name)?|hub[-_]?username|org|org[-_]?name|orgname|organi[sz]ation|owner|author|namespace|name|repo|path|foo|bar|xxx+|someone|somebody|yourname|yourusername|yourorg|publisher|acme|example|model[-_]?owner|\.+|_+)$/i;

/** Whole names that stand for "put yours here", whoever the owner. */
const PLACEHOLDER_NAME =
  /^(?:your[-_].*|model[-_]?(?:name|id)|repo[-_]?(?:name|id)|dataset[-_]?(?:name|id)|<.*>|\.\.\.|x{3,})$/i;

/** The first argument of `load_dataset` that names a file format, not a repo. Source: datasets/packaged_modules. */
export const DATASET_BUILDERS: ReadonlySet<string> = new Set(
  `json csv parquet text arrow xml pandas sql webdataset imagefolder audiofolder videofolder pdffolder generator hdf5 lance
  spark cache niftifolder eval folder`
    .split(/\s+/)
    .filter(Boolean),
);

/** Modules that have the same function names and another hub behind them. */
export const FOREIGN_MODULES: ReadonlySet<string> = new Set(
  `modelscope replicate kagglehub paddlenlp paddle ppdiffusers mindnlp mindspore mindformers openmind openmind_hub together
  fal_client ollama sparknlp swift TTS tensorflow_hub torchvision torch fireworks groq anthropic cohere google vertexai whisper`
    .split(/\s+/)
    .filter(Boolean),
);

/** Top-level media types: `text/plain` is no repo. */
export const MEDIA_TYPES: ReadonlySet<string> = new Set([
  'application',
  'audio',
  'font',
  'message',
  'multipart',
  'text',
  'video',
  'image',
]);

export function isPlaceholder(id: string): boolean {
  const slash = id.indexOf('/');
  if (slash >= 0 && PLACEHOLDER_OWNER.test(id.slice(0, slash))) return true;
  return PLACEHOLDER_NAME.test(id.slice(slash + 1)) || /[<>{}$*%]/.test(id);
}
