import { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';
import { CARD } from '../catalogue/repoConfigs.ts';
import { fieldTable } from '../config/dialects.ts';
import { readByTable } from '../config/readConfig.ts';
import { yamlTree } from '../config/yamlTree.ts';
import { liftReference } from '../lift.ts';
import type { Reference } from '../reference.ts';

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

const TABLE = fieldTable([CARD]);

/** The repos that a card's front matter names. */
export function readFrontMatter(text: string): Reference[] {
  const at = frontMatterOf(text);
  if (!at) return [];
  const excerpt = Excerpt.builder().add(text.slice(at.start, at.end), at.start).build();
  return readByTable(yamlTree(excerpt.text), TABLE).map(each => liftReference(each, excerpt));
}
