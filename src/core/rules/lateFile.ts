import type { Facts } from '../facts/facts.ts';
import type { FileFacts } from '../facts/fileFacts.ts';

const DAY = 86_400_000;
/** A file of this many days is new, in a repo of so many, beside weights that have rested as long. Set by hand. */
const LATE = { newDays: 30, repoDays: 180, restedDays: 90 };
const WEIGHTS = /\.(?:safetensors|gguf|bin|pt|pth|ckpt|onnx|h5|keras|msgpack|tflite)$/i;

/** How long ago a file came, and how long the weights had not been touched: milliseconds. */
export interface LateFile {
  readonly age: number;
  readonly rested: number;
  readonly host: string;
}

/**
 * Has a file come to a model long after its weights? Packs and applications, which tell of no library, task or base, change
 * their launchers all the time and are not asked. The dates are those of commits, by the word of whoever pushed them.
 */
export function cameLate({ changedAt }: FileFacts, { repo, files }: Facts): LateFile | undefined {
  if (changedAt === undefined || repo.state !== 'known' || files.state !== 'known') return undefined;
  const { createdAt, library, pipeline, baseModels } = repo.value;
  if (createdAt === undefined || (!library && !pipeline && baseModels.length === 0)) return undefined;
  const weights = files.value.flatMap(({ path, changedAt }) => (WEIGHTS.test(path) ? [changedAt] : []));
  if (weights.length === 0 || weights.includes(undefined)) return undefined;
  const newest = Math.max(...(weights as number[]));
  const { asOf } = repo.source;
  if (asOf - changedAt >= LATE.newDays * DAY || changedAt - createdAt < LATE.repoDays * DAY) return undefined;
  if (changedAt - newest < LATE.restedDays * DAY) return undefined;
  return { age: asOf - changedAt, rested: asOf - newest, host: files.source.host };
}
