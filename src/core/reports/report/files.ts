import type { Facts } from '../../facts/facts.ts';
import type { FileFacts, FileScan, ScanLevel } from '../../facts/fileFacts.ts';
import { LAUNCHER } from '../../rules/launcherFiles.ts';
import { isFlagged } from '../../trust/toldFacts.ts';
import { learnedFrom } from './learned.ts';
import type { FileKind, FileOfNote, ReportFiles } from './trustReport.ts';
import { present, shortened } from './words.ts';

/** By name, the first that fits. `.bin` of a model is a pickle as torch writes it; in other repos it can be anything. */
const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['launcher', LAUNCHER],
  ['safetensors', /\.safetensors$/i],
  ['pickle', /\.(?:bin|pt|pth|ckpt|pkl|pickle|joblib|dill|npy|npz|mar)$/i],
  ['code', /\.(?:py|sh|js|mjs|cjs|ts|rb|pl|so|dll|dylib|wasm|ipynb)$/i],
  ['weights', /\.(?:gguf|ggml|onnx|h5|keras|pb|tflite|msgpack|mlmodel|llamafile|nemo|engine)$/i],
  ['other', /^/],
];

const ORDER = KINDS.map(([kind]) => kind);
const OF_NOTE: ReadonlySet<FileKind> = new Set(['launcher', 'pickle', 'code']);

/** Files that are named one by one; a repo can hold ten thousand. */
const NAMED = 30;

export function filesOf({ files, scan }: Facts): ReportFiles {
  const scanned = {
    learned: learnedFrom(scan),
    ...(scan.state === 'known' && { done: scan.value.done, flagged: scan.value.issues.length }),
  };
  if (files.state !== 'known') return { learned: learnedFrom(files), kinds: [], ofNote: [], more: 0, scan: scanned };
  const all = files.value.map(file => ({ file, kind: kindOf(file.path) }));
  const notable = all
    .filter(({ file, kind }) => OF_NOTE.has(kind) || isFlagged(file))
    .sort(
      (a, b) => Number(isFlagged(b.file)) - Number(isFlagged(a.file)) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
    );
  const bytes = sizeOf(files.value);
  return {
    learned: learnedFrom(files),
    count: files.value.length,
    ...(bytes !== undefined && { bytes }),
    kinds: ORDER.flatMap(kind => {
      const of = all.filter(each => each.kind === kind).map(({ file }) => file);
      const size = sizeOf(of);
      return of.length === 0 ? [] : [{ kind, count: of.length, ...(size !== undefined && { bytes: size }) }];
    }),
    ofNote: notable.slice(0, NAMED).map(({ file, kind }) => noted(file, kind)),
    more: Math.max(0, notable.length - NAMED),
    scan: scanned,
  };
}

const kindOf = (path: string): FileKind => KINDS.find(([, pattern]) => pattern.test(path))![0];

/** Nothing where one of them has no size. */
function sizeOf(files: readonly FileFacts[]): number | undefined {
  let sum = 0;
  for (const { size } of files) {
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}

const noted = ({ path, size, scan }: FileFacts, kind: FileKind): FileOfNote => ({
  path: shortened(path),
  kind,
  level: scan?.level ?? 'unscanned',
  says: scan ? saidOf(scan) : [],
  ...present<FileOfNote>({ bytes: size }),
});

/** A scanner that has not looked says nothing. */
const SILENT: ReadonlySet<ScanLevel> = new Set(['unscanned', 'queued', 'unknown']);

const saidOf = ({ vendors, dangerousImports }: FileScan): readonly string[] => [
  ...vendors
    .filter(({ level, message }) => message !== undefined || !SILENT.has(level))
    .slice(0, 6)
    .map(({ vendor, level, message }) => shortened(`${vendor}: ${message ?? level}`, 120)),
  ...dangerousImports.slice(0, 6).map(name => shortened(`imports ${name}`, 120)),
];
