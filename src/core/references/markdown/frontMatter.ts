import { isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Span } from '../../text/span.ts';
import { readId } from '../idForms.ts';
import { absent, type Reference, type RepoKind, unstated } from '../reference.ts';

/** Fields of a card that name repos. Source: the Hub's documentation of model, dataset and Space cards. */
const FIELDS: Readonly<Record<string, RepoKind>> = {
  base_model: 'model',
  base_models: 'model',
  new_version: 'model',
  models: 'model',
  datasets: 'dataset',
  preload_from_hub: 'model',
};

/** Longest front matter that is read, in characters. Cards with long `model-index` lists reach some 100,000. */
const MAX_LENGTH = 200_000;

/** The front matter between `---` lines at the very beginning. */
export function frontMatterOf(text: string): Span | undefined {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!open) return undefined;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
  const start = open[0].length;
  const end = close.exec(text.slice(start, start + MAX_LENGTH));
  return end ? { start, end: start + end.index } : undefined;
}

/** The repos that a card's front matter names. */
export function readFrontMatter(text: string): Reference[] {
  const at = frontMatterOf(text);
  if (!at) return [];
  const source = text.slice(at.start, at.end);
  const counter = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: counter,
    logLevel: 'silent',
    strict: false,
    uniqueKeys: false,
  });
  const found: Reference[] = [];
  for (const [field, kind] of Object.entries(FIELDS)) {
    const value = document.get(field, true) as Node | undefined;
    for (const item of isSeq(value) ? value.items.slice(0, 500) : [value]) {
      if (isScalar(item) && typeof item.value === 'string' && item.range) {
        found.push(...fieldReference(source, item.value, item.range[0], at.start, field, kind));
      }
    }
  }
  return found;
}

function fieldReference(
  source: string,
  value: string,
  from: number,
  base: number,
  field: string,
  kind: RepoKind,
): Reference[] {
  const [id = '', ...rest] = field === 'preload_from_hub' ? value.split(/\s+/) : [value];
  const bare = field === 'base_model' || field === 'datasets';
  const read = readId(id, 'id', kind, bare);
  if (!read || (!bare && !read.id.includes('/'))) return [];
  const start = source.indexOf(read.id, from);
  if (start < 0) return [];
  const span = { start: base + start, end: base + start + read.id.length };
  const commit = rest[1];
  const pinned = commit ? source.indexOf(commit, start) : -1;
  return [
    {
      id: read.id,
      kind,
      span,
      api: field,
      link: false,
      ...unstated,
      revision:
        commit && pinned >= 0
          ? { state: 'known', value: commit, span: { start: base + pinned, end: base + pinned + commit.length } }
          : absent,
      pins: [],
    },
  ];
}
