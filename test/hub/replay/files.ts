import { blobId, pointerTo, sha256 } from './hashes.ts';
import type { FileEntry, ScanEntry } from './scenario.ts';

/** One file of a repo at one commit. */
export interface ReplayFile {
  readonly path: string;
  readonly size: number;
  readonly oid: string;
  readonly lfs?: { readonly oid: string; readonly size: number; readonly pointerSize: number };
  readonly xetHash?: string;
  readonly scan: ScanEntry;
  /** Bytes from `start` to before `end`. */
  readonly slice: (start: number, end: number) => Uint8Array;
}

/** The Hub takes a longer file into Git by no name. */
const MOST_IN_GIT = 10 * 1024 * 1024;
const IN_LARGE_STORAGE =
  /\.(bin|safetensors|gguf|pth?|ckpt|pkl|joblib|h5|keras|onnx|zip|7z|rar|gz|npy|npz|parquet|arrow|model|msgpack|nemo|exe|msi|apk|dll|so|elf|dat)$/i;

/** A file of made-up weights this long or longer has no content: its hash is made up too. */
const LARGE = 1024 * 1024;

/** The file that an entry tells of; hashes follow from the content unless they were recorded. */
export function fileOf(repo: string, path: string, entry: FileEntry): ReplayFile {
  const told = typeof entry === 'string' ? { text: entry } : entry;
  const scan = told.scan ?? 'safe';
  const content = contentOf(told);
  const size = content?.length ?? told.size ?? 0;
  const slice = (start: number, end: number) =>
    content ? content.subarray(start, end) : new Uint8Array(Math.max(0, Math.min(end, size) - start));
  if (!IN_LARGE_STORAGE.test(path) && told.sha256 === undefined && size <= MOST_IN_GIT)
    return { path, size, oid: told.oid ?? blobId(slice(0, size)), scan, slice };
  const oid = told.sha256 ?? (content || size < LARGE ? sha256(slice(0, size)) : sha256(`${repo} ${path} ${size}`));
  const pointer = pointerTo(oid, size);
  return {
    path,
    size,
    oid: told.oid ?? blobId(Buffer.from(pointer)),
    lfs: { oid, size, pointerSize: pointer.length },
    xetHash: told.xet ?? sha256(`xet ${oid}`),
    scan,
    slice,
  };
}

function contentOf(told: Exclude<FileEntry, string>): Uint8Array | undefined {
  if (told.text !== undefined) return Buffer.from(told.text);
  if (told.base64 !== undefined) return Buffer.from(told.base64, 'base64');
  return undefined;
}

/** `config.json` and the like, read; nothing when it is not there or no JSON. */
export function jsonIn(files: readonly ReplayFile[], path: string): Record<string, unknown> | undefined {
  const text = textIn(files, path);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined; // The Hub shows no config either where the file is broken.
  }
}

export function textIn(files: readonly ReplayFile[], path: string): string | undefined {
  const file = files.find(each => each.path === path);
  return file && Buffer.from(file.slice(0, file.size)).toString('utf8');
}
