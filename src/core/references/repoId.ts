import { DIRECTORY_WORDS, FILE_SUFFIX, HOME_MADE, isPlaceholder, LOCAL_NAMES, MEDIA_TYPES } from './lookalikes.ts';
import type { RepoKind } from './reference.ts';

/**
 * The Hub's grammar of one segment, widened to every letter: an id with a Cyrillic letter can not exist on the Hub,
 * and someone should be told. Source: huggingface_hub, `REPO_ID_REGEX`.
 */
const SEGMENT = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?$/u;

/** Longest name that the Hub takes. */
const MAX_NAME = 96;

/** Is it `org/name`, or a bare `name`, by the Hub's grammar alone? */
export function isRepoId(text: string): boolean {
  if (text.length === 0 || text.length > 2 * MAX_NAME || text.includes('--') || text.includes('..')) return false;
  if (text.endsWith('.git')) return false;
  const parts = text.split('/');
  return parts.length <= 2 && parts.every(part => SEGMENT.test(part)) && parts.at(-1)!.length <= MAX_NAME;
}

/** What a string is, where a loader expects an id. */
export type Judged = 'repo' | 'local' | 'none';

/**
 * Judges a string in the place of an id. `local`: a loader would look for a folder first and ask the Hub when it is
 * missing. `none`: no repo can be meant (a path, a file, a placeholder, or no id at all).
 */
export function judgeId(text: string, bareNames: boolean, kind: RepoKind = 'model'): Judged {
  if (!isRepoId(text)) return 'none';
  const [owner, name] = text.split('/') as [string, string | undefined];
  if (isPlaceholder(text) || FILE_SUFFIX.test(text)) return 'none';
  if (name === undefined) {
    return bareNames && isBareName(text, kind) ? 'repo' : 'none';
  }
  if (/^\d+$/.test(name) && (/^\d+$/.test(owner) || /^(?:ViT|RN\d+|vit)\b/.test(owner))) return 'none';
  if (MEDIA_TYPES.has(owner.toLowerCase())) return 'none';
  return DIRECTORY_WORDS.has(owner.toLowerCase()) || /^(?:checkpoint|ckpt)-\d+$/.test(name) ? 'local' : 'repo';
}

/** The few legacy models whose name is one plain word. */
const PLAIN_MODELS = /^(?:ctrl|bert|gpt)$/i;

/**
 * Can a name without an owner be a repo? Those of models all have a dash or a digit and no underscore (`gpt2`,
 * `bert-base-cased`), which tells them from the folders that people name `lora_model`; those of datasets are any word.
 */
function isBareName(text: string, kind: RepoKind): boolean {
  const lower = text.toLowerCase();
  if (text.length < 2 || !/\p{L}/u.test(text)) return false;
  if (LOCAL_NAMES.has(lower) || DIRECTORY_WORDS.has(lower) || HOME_MADE.test(text)) return false;
  return kind === 'dataset' || (/[-\d]/.test(text) && !text.includes('_')) || PLAIN_MODELS.test(text);
}
