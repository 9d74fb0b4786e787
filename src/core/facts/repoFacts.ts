import * as v from 'valibot';
import { madeAt } from './creation.ts';
import { isCommit, isPossibleName } from './repoName.ts';
import { count, date, flag, list, orAbsent, readBy, record, text, texts } from './tolerant.ts';

/** What the Hub tells of a repo itself. A member that it did not tell is absent. */
export interface RepoFacts {
  /** As the Hub writes it: another than was asked for when the repo was renamed or moved. */
  readonly id: string;
  /** Tells repos apart where names do not: a name can be reused, this cannot. */
  readonly objectId?: string;
  /** Milliseconds since 1970, see `madeAt`. */
  readonly createdAt?: number;
  readonly lastModified?: number;
  /** Of 30 days. */
  readonly downloads?: number;
  readonly downloadsAllTime?: number;
  readonly likes?: number;
  readonly gated?: boolean;
  /** Taken down by Hugging Face. */
  readonly disabled?: boolean;
  /** The commit that answered. */
  readonly sha?: string;
  readonly pipeline?: string;
  readonly library?: string;
  readonly license?: string;
  readonly tags: readonly string[];
  /** Declared by the uploader, not verified. */
  readonly baseModels: readonly string[];
  readonly baseRelation?: string;
  readonly datasets: readonly string[];
  /** Names alone, where the endpoint gives no tree. */
  readonly siblings?: readonly string[];
  readonly code: CodeFacts;
  readonly chatTemplate?: string;
}

/** Code that loading the repo may run. */
export interface CodeFacts {
  /** `auto_map` or the Hub's own tag says that the repo has code of its own. */
  readonly custom: boolean;
  /** What `auto_map` names: `modeling_x.py`, and the repo that holds it where it is another one. */
  readonly modules: readonly { readonly file: string; readonly repo?: string }[];
  /** Repos of kernels that the config names as its attention: native code. */
  readonly kernels?: readonly string[];
  /** Python functions that the config has called, by `_target_`. */
  readonly targets?: readonly string[];
}

const Answer = v.object({
  _id: text,
  id: text,
  modelId: text,
  createdAt: date,
  lastModified: date,
  downloads: count,
  downloadsAllTime: count,
  likes: count,
  gated: orAbsent(v.union([v.boolean(), v.string()])),
  disabled: flag,
  sha: text,
  pipeline_tag: text,
  library_name: text,
  tags: texts,
  baseModels: orAbsent(v.object({ relation: text, models: list })),
  cardData: record,
  config: record,
  gguf: record,
  siblings: list,
});

/** Longest list of modules that is kept: `auto_map` has a dozen keys at most. */
const MAX_MODULES = 50;

/** Reads the answer of `/api/models/{id}` and its kin; nothing when it is no such answer. */
export function readRepo(body: unknown): RepoFacts | undefined {
  const answer = readBy(Answer, body);
  const id = [answer?.id, answer?.modelId].find(each => each !== undefined && isPossibleName(each));
  if (!answer || id === undefined) return undefined;
  const tags = answer.tags ?? [];
  const made = madeAt(answer._id, answer.createdAt);
  const chatTemplate = chatTemplateOf(answer.config, answer.gguf);
  const siblings = namesIn(answer.siblings, 'rfilename');
  const license = tags.find(tag => tag.startsWith('license:'))?.slice('license:'.length);
  return {
    id,
    ...optional('objectId', answer._id),
    ...optional('createdAt', made),
    ...optional('lastModified', answer.lastModified),
    ...optional('downloads', answer.downloads),
    ...optional('downloadsAllTime', answer.downloadsAllTime),
    ...optional('likes', answer.likes),
    ...optional('gated', answer.gated === undefined ? undefined : answer.gated !== false),
    ...optional('disabled', answer.disabled),
    ...optional('sha', answer.sha && isCommit(answer.sha) ? answer.sha : undefined),
    ...optional('pipeline', answer.pipeline_tag),
    ...optional('library', answer.library_name),
    ...optional('license', license),
    tags,
    baseModels: namesIn(answer.baseModels?.models, 'id') ?? stringsIn(answer.cardData?.['base_model']),
    ...optional('baseRelation', answer.baseModels?.relation),
    datasets: stringsIn(answer.cardData?.['datasets']),
    ...optional('siblings', siblings),
    code: codeOf(answer.config, tags),
    ...optional('chatTemplate', chatTemplate),
  };
}

function codeOf(config: Readonly<Record<string, unknown>> | undefined, tags: readonly string[]): CodeFacts {
  const maps = [config?.['auto_map'], asRecord(config?.['tokenizer_config'])?.['auto_map']];
  const targets = maps.flatMap(map => Object.values(asRecord(map) ?? {})).flat();
  const modules = targets.flatMap(target => (typeof target === 'string' ? [moduleOf(target)] : []));
  const unique = new Map(modules.map(module => [`${module.repo ?? ''} ${module.file}`, module]));
  const kernels = ATTENTION.flatMap(key => stringsIn(config?.[key])).filter(name => /^[\w.-]+\/[\w.-]+/.test(name));
  const calls = stringsIn(config?.['_target_']);
  return {
    custom: unique.size > 0 || tags.includes('custom_code'),
    modules: [...unique.values()].slice(0, MAX_MODULES),
    ...(kernels.length > 0 && { kernels: [...new Set(kernels)] }),
    ...(calls.length > 0 && { targets: calls }),
  };
}

/** Where a config names its attention; `owner/name` there is a repo of kernels. Source: transformers, and CVE-2026-4372. */
const ATTENTION = ['attn_implementation', '_attn_implementation', '_attn_implementation_internal'];

/** `modeling_x.XModel`, or `other/repo--modeling_x.XModel`. Source: transformers, `dynamic_module_utils.py`. */
function moduleOf(target: string): CodeFacts['modules'][number] {
  const [repo, reference] = target.includes('--') ? (target.split('--', 2) as [string, string]) : [undefined, target];
  const file = `${reference.split('.')[0]}.py`;
  return repo === undefined ? { file } : { file, repo };
}

/** All that a repo has of them, one below the other: a tokenizer can have several by name, and a GGUF file brings its own. */
function chatTemplateOf(config: Config, gguf: Config): string | undefined {
  const named = asRecord(config?.['tokenizer_config'])?.['chat_template'];
  const list = Array.isArray(named) ? named.map(each => asRecord(each)?.['template']) : [named];
  const templates = [...list, config?.['chat_template_jinja'], gguf?.['chat_template']].filter(
    each => typeof each === 'string',
  );
  return templates.length > 0 ? [...new Set(templates)].join('\n') : undefined;
}

type Config = Readonly<Record<string, unknown>> | undefined;

const asRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

function namesIn(items: readonly unknown[] | undefined, key: string): readonly string[] | undefined {
  return items?.flatMap(item => {
    const name = asRecord(item)?.[key];
    return typeof name === 'string' ? [name] : [];
  });
}

const stringsIn = (value: unknown): readonly string[] =>
  [value].flat().filter(each => typeof each === 'string') as string[];

const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
