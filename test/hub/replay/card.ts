import { parse } from 'yaml';
import { jsonIn, type ReplayFile, textIn } from './files.ts';
import type { ReplayRepo } from './replayRepo.ts';

/** What the Hub takes from a repo's own files: the front matter of its card, and its config. */
export interface Told {
  readonly card: Readonly<Record<string, unknown>> | undefined;
  readonly config: Readonly<Record<string, unknown>> | undefined;
  readonly tags: readonly string[];
  readonly baseModels: readonly string[];
  readonly relation: string;
}

export function toldBy(repo: ReplayRepo, files: readonly ReplayFile[]): Told {
  const card = frontMatterOf(textIn(files, 'README.md'));
  const config = configOf(files);
  const baseModels = repo.entry.baseModels?.models ?? listed(card?.['base_model']);
  const quantized = files.some(({ path }) => path.endsWith('.gguf'));
  const relation =
    repo.entry.baseModels?.relation ??
    (typeof card?.['base_model_relation'] === 'string'
      ? card['base_model_relation']
      : quantized
        ? 'quantized'
        : 'finetune');
  return {
    card,
    config,
    baseModels,
    relation,
    tags: repo.entry.tags ?? tagsOf(repo, files, { card, config, baseModels, relation }),
  };
}

function frontMatterOf(text: string | undefined): Record<string, unknown> | undefined {
  const matter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text ?? '')?.[1];
  try {
    const value: unknown = matter === undefined ? undefined : parse(matter);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // The Hub shows no card data either where the front matter is broken.
  }
}

/** What the Hub shows of `config.json` and `tokenizer_config.json`. */
const SHOWN = ['architectures', 'model_type', 'auto_map', 'quantization_config', 'custom_pipelines'];
const SHOWN_OF_TOKENIZER = ['auto_map', 'chat_template', 'bos_token', 'eos_token', 'pad_token'];

function configOf(files: readonly ReplayFile[]): Record<string, unknown> | undefined {
  const config = jsonIn(files, 'config.json');
  const tokenizer = jsonIn(files, 'tokenizer_config.json');
  const template = textIn(files, 'chat_template.jinja');
  if (!config && !tokenizer && template === undefined) return undefined;
  return {
    ...only(config ?? {}, SHOWN),
    ...(tokenizer && { tokenizer_config: only(tokenizer, SHOWN_OF_TOKENIZER) }),
    ...(template !== undefined && { chat_template_jinja: template }),
  };
}

const only = (value: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));

export const listed = (value: unknown): string[] => [value].flat().filter(each => typeof each === 'string');

function tagsOf({ entry }: ReplayRepo, files: readonly ReplayFile[], told: Omit<Told, 'tags'>): string[] {
  const { card, config, baseModels, relation } = told;
  const has = (ending: string) => files.some(({ path }) => path.endsWith(ending));
  const custom = config?.['auto_map'] ?? (config?.['tokenizer_config'] as { auto_map?: unknown })?.auto_map;
  const library = entry.library ?? card?.['library_name'];
  const tags = [
    ...listed(library),
    ...(has('.safetensors') ? ['safetensors'] : []),
    ...(has('.gguf') ? ['gguf'] : []),
    ...(has('.bin') ? ['pytorch'] : []),
    ...listed(config?.['model_type']),
    ...listed(entry.pipeline ?? card?.['pipeline_tag']),
    ...listed(card?.['tags']),
    ...(custom ? ['custom_code'] : []),
    ...listed(card?.['language']),
    ...listed(card?.['datasets']).map(each => `dataset:${each}`),
    ...baseModels.flatMap(each => [`base_model:${each}`, `base_model:${relation}:${each}`]),
    ...listed(card?.['license']).map(each => `license:${each}`),
    'region:us',
  ];
  return [...new Set(tags)];
}
