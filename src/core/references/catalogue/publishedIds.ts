import type { RepoKind } from '../reference.ts';
import { ELSEWHERE } from './names.ts';
import { isPublished, PROVIDER_OWNERS } from './publishers.ts';
import { namesAnother } from './tellingNames.ts';

/*
 * An id whose owner is a known publisher tells by itself what it is, in a field, a flag or a variable that no table lists,
 * as long as neither the name of that place nor the text around it says that something else is called so there.
 */

/** Words in the names of programs, which publishers keep on code hosts and in registries under the same owner. */
const PROGRAM =
  /(?:^|[-_.])(?:k8s|aws|gcp|azure|ecs|e2e|i18n|x86|win32|amd64|arm64|api|app|apps|cli|sdk|actions?|plugins?|extensions?|docker|container|operator|server|serve|client|driver|exporter|controller|chart|charts|webui|www|docs|site|demos?|examples?|samples?|cookbook|recipes|workshop|tutorials?|course|harness|toolkit|tools?|kit|lib|libs|inference|comfyui|nodes?|python|py|js|ts|rs|go|rust|swift|java|kotlin|cpp|cu|dotnet|ruby|php|nvim|vim|vscode|github|git|ci|setup|template|starter|models)(?:$|[-_.])/i;

/** Some publishers are clouds: `nebius/eu-north1`. */
const REGION = /^(?:us|eu|ap|sa|ca|me|af|uk|asia|europe)-[a-z]+-?\d/;

/** So the APIs of these publishers, and those that resell them, write their models; on the Hub they write capitals, or these families. */
const OF_API =
  /^(?:meta-llama|mistralai)\/[^A-Z]+$|^nvidia\/(?!(?:segformer|mit-b|stt_|tts_|diar|parakeet|canary|speakerverification)[^A-Z]*(?<!-asr)$)[^A-Z]+$/;

/** A path's first folder may be called like a publisher; a name of so many words is a model's. */
const MANY_WORDS = /^[a-z]{3,30}\/[a-z]+(?:-[a-z0-9]+){3,8}$/;

/** Parts of a name that say: a label, a destination, an image, a program. */
const OTHERS =
  /(?:^|_)(?:images?|container|registry|tags?|labels?|alias|title|description|slug|uses|actions?|projects?|homepage|urls?|website|author|owner|maintainers?|packages?|dependency|dependencies|requires?|plugins?|extensions?|org|organization|namespace|fork|upstream|full_name|run_name|display|prefix|suffix|channel|topic|group|branch|secret|entity|experiment|comment|license|api|deployment|hostname|endpoint|pattern|include|exclude|ignore|(?:log)?files?|filename|dir|folder|script|module|class|route|routes|push_to|subject|resource|workflow|role|team|user|username|infra|region|zone|cloud|location|cluster|machine|sku|message|text|prompt|query|instance|cache|examples?|const|enum)$|(?:^|_)(?:push|upload|output|save|saved|dest|destination|image|github|git|docker|published|export|exported)_|^(?:repo|repository|repos|repositories|code|source_code|model_alias|from|to)$/;

/** Names that a label has as well. */
const PLAIN = /^(?:name|id|key|value|default|title|item|items|text|)$/;

/** What is always loaded where the file is read, whoever is asked for answers beside it. */
const LOADED =
  /(?:^|_)(?:tokenizer|text_encoder|image_encoder|vision_encoder|vision_tower|backbone|lora|adapter|vae|unet|controlnet|processor|feature_extractor)(?:_?(?:id|name|path|repo|repo_id|name_or_path|model))?$|(?:^|_)(?:model|checkpoint|ckpt)_(?:name_or_)?path$/;

const DATA = /data|corpus|corpora|^(?:train|dev|test|eval|valid)(?:_|$)/;

/** A script whose name says that it fetches what the Hub has: `./cmd/dataset_download`. */
export const FETCHES =
  /(?:model|dataset)s?[-_]?(?:download|fetch|get|load)|(?:download|fetch|get|load)[a-z]{0,12}[-_]?(?:model|dataset)/i;

/** Does hardly anything but a repo of the Hub carry that name? */
export function isPublishedId(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash < 2 || text.length > 140 || PROVIDER_OWNERS.test(text) || OF_API.test(text)) return false;
  if (PROGRAM.test(text.slice(slash + 1)) || REGION.test(text.slice(slash + 1))) return false;
  return isPublished(text) || (MANY_WORDS.test(text) && isPublished(`${text}-1`));
}

/** May a place of that name, in lower case with `_`, hold such an id? `plain`: that it may be a label was ruled out. */
export function mayHoldId(name: string, plain = false): boolean {
  if (name.length > 60 || (!plain && PLAIN.test(name))) return false;
  return isLoadedPart(name) || (!namesAnother(name) && !OTHERS.test(name));
}

/** Is a thing of that name loaded, and never asked of an API? */
export const isLoadedPart = (name: string): boolean => LOADED.test(name) && !ELSEWHERE.test(name);

/** Maps and lists of programs, images and the like. */
export const isOfCode = (name: string): boolean =>
  /^(?:repos?|repository|repositories|plugins?|dependencies|dev_dependencies|packages|images?|actions|uses|projects|github|git|mirrors?|charts?|orbs|include|extends|charms|submodules|sources|code)$/.test(
    name,
  );

/** The kind that the names of a place and of those around it tell. */
export function kindToldBy(names: readonly string[], id = ''): RepoKind {
  if (/(?:^|_)space(?:_id)?$/.test(names.at(-1) ?? '')) return 'space';
  if (DATA_ID.test(id)) return 'dataset';
  return names.some(name => DATA.test(name) && !/model|tokenizer/.test(name)) ? 'dataset' : 'model';
}

/** Names that hardly a model has. */
const DATA_ID = /dataset|corpus|[-_]pairs$|[-_]data$|no_robots|ultrachat|ultrafeedback|wikitext|\bsquad\b/i;

const PART = /[\w.-]/;

/**
 * Does such an id stand anywhere in the text? Goes from slash to slash, which costs less than any pattern of two
 * thousand names.
 */
export function holdsPublishedId(text: string): boolean {
  for (let slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
    let start = slash;
    while (start > 0 && slash - start < 40 && PART.test(text[start - 1]!)) start--;
    if (start === slash) continue;
    let end = slash + 1;
    while (end < text.length && end - slash < 100 && PART.test(text[end]!)) end++;
    if (end - slash < 4 || text[end] === '/' || text[start - 1] === '/') continue;
    // Of an escape such as `\n` the letter would be taken for the owner's first.
    if (text[start - 1] === '\\') start++;
    const dashes = /^-+/.exec(text.slice(start, slash))?.[0].length ?? 0;
    if (isPublishedId(text.slice(start + dashes, end))) return true;
  }
  return false;
}
