import type { SourceDocument } from '../../document.ts';
import { frontMatterEnd } from './passages.ts';

/** What a document is a card of, and by what call its subject loads. */
export interface DocumentContext {
  /** The README of a model on the Hub: by its front matter, by cloning one before anything else, or by a heading that names the model it loads. */
  readonly isModelCard: boolean;
  readonly isDatasetCard: boolean;
  /** It came from the Hub, beside the files that it speaks of. */
  readonly isOnHub: boolean;
  /** Libraries by their Hub names, in the order of the text: `transformers`, `gguf`. */
  readonly libraries: readonly string[];
  /** Why no script is needed, ready to stand behind "because": `transformers loads this model with from_pretrained`. */
  readonly loadsByCall?: string;
  /** Cloned repos in order; `hub` ones are models on the Hub. */
  readonly clones: readonly Clone[];
}

/** What is known beforehand of a card that came from the Hub: it is one, whatever its front matter says. */
export interface CardSubject {
  readonly kind: 'model' | 'dataset' | 'space';
  /** The Hub's own name of the library. */
  readonly library?: string;
}

export interface Clone {
  readonly at: number;
  readonly from: 'hub' | 'elsewhere';
}

/** Libraries whose models load by one call. The names are the Hub's own `library_name` and tags. */
const LOADS_BY: readonly (readonly [library: string, how: string])[] = [
  ['transformers', 'transformers loads this model with from_pretrained'],
  ['diffusers', 'diffusers loads this model with from_pretrained'],
  ['sentence-transformers', 'sentence-transformers loads this model by its name'],
  ['transformers.js', 'transformers.js loads this model by its name'],
  ['gguf', 'llama.cpp and its relatives load GGUF files by themselves'],
  ['llama.cpp', 'llama.cpp loads GGUF files by itself'],
  ['peft', 'peft loads this adapter with from_pretrained'],
  ['setfit', 'setfit loads this model with from_pretrained'],
  ['timm', 'timm loads this model with create_model'],
  ['open_clip', 'open_clip loads this model by its name'],
  ['mlx', 'mlx-lm loads this model by its name'],
  ['mlx-lm', 'mlx-lm loads this model by its name'],
  ['vllm', 'vLLM loads this model by its name'],
  ['exllamav2', 'ExLlama loads this model from its folder'],
  ['exl2', 'ExLlama loads this model from its folder'],
  ['flair', 'flair loads this model by its name'],
  ['span-marker', 'span_marker loads this model with from_pretrained'],
  ['gliner', 'gliner loads this model with from_pretrained'],
  ['adapter-transformers', 'adapters loads this adapter by its name'],
  ['ctranslate2', 'ctranslate2 loads this model from its folder'],
  ['onnx', 'onnxruntime loads this model from its file'],
];
const HOW = new Map(LOADS_BY);
const MODEL_KEYS =
  /^(?:library_name|pipeline_tag|base_model|base_model_relation|model-index|model_name|quantized_by|inference|widget)\s{0,4}:/m;
const DATASET_KEYS = /^(?:task_categories|task_ids|dataset_info|size_categories|configs|annotations_creators)\s{0,4}:/m;
const SPACE_KEYS = /^(?:sdk|sdk_version|app_file|app_port)\s{0,4}:/m;

const CLONES = /\sclone\s/i;
const CLONE =
  /\bgit\s{1,4}(?:lfs\s{1,4})?clone\s{1,4}(?:-{1,2}[\w=-]{1,40}\s{1,4}(?:\d{1,6}\s{1,4})?){0,6}["']?(?<url>[^\s"'`]{4,300})|\b(?:huggingface-cli|hf)\s{1,4}download\s{1,4}(?<id>[\w.-]{1,96}\/[\w.-]{1,96})/gi;
const HUB_MODEL =
  /^(?:https?:\/\/|git@|ssh:\/\/git@)?(?:[^\s/@]{1,100}@)?(?:huggingface\.co|hf\.co)[/:](?!(?:datasets|spaces|docs|blog|kernels)\/)[\w.-]{1,96}\/[\w.-]{1,96}/i;
const FROM_PRETRAINED = /\.from_pretrained\(\s{0,20}["'](?<id>[\w.-]{1,96}\/[\w.-]{1,96})["']/g;
const H1 = /^ {0,3}#[ \t]+(\S[^\n]{0,200})$/m;

/** Reads what kind of document this is. Only its beginning and its commands are looked at; the words of a stranger decide nothing else. */
export function readContext(document: SourceDocument, subject?: CardSubject): DocumentContext {
  const { text } = document;
  const matter = text.slice(0, Math.min(frontMatterEnd(text), 20_000));
  const clones = [...readClones(text)];
  const loaded = [...text.matchAll(FROM_PRETRAINED)].map(match => match.groups!['id']!);
  const isSpace = subject ? subject.kind === 'space' : SPACE_KEYS.test(matter);
  const isDatasetCard = subject
    ? subject.kind === 'dataset'
    : !isSpace && DATASET_KEYS.test(matter) && !MODEL_KEYS.test(matter);
  const libraries = readLibraries(matter);
  if (libraries.length === 0 && subject?.library) libraries.push(subject.library.toLowerCase());
  const declared = subject?.kind === 'model' || MODEL_KEYS.test(matter) || libraries.length > 0;
  const isModelCard =
    !isSpace && !isDatasetCard && (declared || clones[0]?.from === 'hub' || isNamedAfter(text, loaded));
  if (libraries.length === 0 && isModelCard) libraries.push(...impliedLibraries(document.path, text, loaded));
  const how = libraries.map(library => HOW.get(library)).find(Boolean);
  return {
    isModelCard,
    isDatasetCard,
    isOnHub: subject !== undefined,
    libraries,
    clones,
    ...(isModelCard && how ? { loadsByCall: how } : {}),
  };
}

function* readClones(text: string): Iterable<Clone> {
  if (!CLONES.test(text)) return;
  for (const match of text.matchAll(CLONE)) {
    const { url, id } = match.groups ?? {};
    // A download puts weights beside the program that is documented; a clone comes with the scripts of its repo.
    if (id === undefined) yield { at: match.index, from: HUB_MODEL.test(url ?? '') ? 'hub' : 'elsewhere' };
  }
}

/** `library_name`, then those tags that name a library. Read by lines: a card's YAML is a stranger's, and half of it may be broken. */
function readLibraries(matter: string): string[] {
  const named = /^library_name\s{0,4}:\s{0,4}["']?([\w.-]{1,60})/m.exec(matter)?.[1];
  const found = new Set<string>(named ? [named.toLowerCase()] : []);
  const tags = /^tags\s{0,4}:(?<inline>[^\n]{0,2000})\n?(?<items>(?:[ \t]{0,8}-[^\n]{0,200}\n?){0,200})/m.exec(
    matter,
  )?.groups;
  for (const tag of `${tags?.['inline'] ?? ''},${tags?.['items'] ?? ''}`.split(/[\n,[\]]/)) {
    const word = tag.replace(/^[\s-]+|["'\s]+$|^["']/g, '').toLowerCase();
    if (HOW.has(word)) found.add(word);
  }
  return [...found];
}

function impliedLibraries(path: string, text: string, loaded: readonly string[]): string[] {
  if (/\b[\w.-]{1,100}\.gguf\b/i.test(text)) return ['gguf'];
  if (loaded.length > 0)
    return [/\bDiffusionPipeline\b|\bfrom diffusers import\b/.test(text) ? 'diffusers' : 'transformers'];
  if (/\bfrom transformers import\b|\bpipeline\(/.test(text)) return ['transformers'];
  return /gguf/i.test(path) ? ['gguf'] : [];
}

/** `# Privacy Filter` over `from_pretrained("openai/privacy-filter")`: a card, even without front matter. */
function isNamedAfter(text: string, loaded: readonly string[]): boolean {
  const title = H1.exec(text)?.[1];
  if (!title) return false;
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return loaded.some(id => plain(title) === plain(id.slice(id.indexOf('/') + 1)) || title.includes(id));
}
