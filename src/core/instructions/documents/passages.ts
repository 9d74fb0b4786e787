/** A stretch of a Markdown text that is read as one: a paragraph, a list item, a table row, or a block of code. */
export interface Passage {
  readonly kind: 'prose' | 'code' | 'table';
  /** Of a fenced block, the first word after the fence in lower case: `bash`. Empty without one. */
  readonly language: string;
  readonly start: number;
  readonly end: number;
  /** The headings that it stands under, outermost first, in lower case. */
  readonly headings: readonly string[];
}

const FENCE = /^(?:[ \t]|>|[-*+] |\d{1,3}[.)] )*(`{3,}|~{3,})[ \t]*([\w+#.-]*)/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const LIST_ITEM = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]/;
/** From four blanks or a tab on, Markdown shows it as code. */
const COMMENT = /^ {0,3}<!--/;
/** Longer lines are never headings or fences; the limit keeps the line patterns from being fed a megabyte. */
const MARKER_REACH = 400;

/** Cuts a Markdown text into passages, in order. Front matter and HTML comments, which no reader sees, belong to none. */
export function readPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  const headings: string[] = [];
  let open: { kind: Passage['kind']; start: number; end: number; language: string; fence: string } | undefined;

  const close = () => {
    if (open && open.end > open.start) {
      const { kind, language, start, end } = open;
      passages.push({ kind, language, start, end, headings: headings.filter(Boolean) });
    }
    open = undefined;
  };
  const begin = (kind: Passage['kind'], start: number, end: number, language = '', fence = '') => {
    close();
    open = { kind, start, end, language, fence };
  };

  let inComment = false;
  /** Under a list item, four blanks mean a paragraph of the item, not code. */
  let inList = false;
  for (let at = frontMatterEnd(text); at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, Math.min(end, at + MARKER_REACH));
    const start = at;
    at = next;

    if (open?.fence) {
      if (closesFence(line, open.fence)) close();
      else open.end = end;
      continue;
    }
    if (inComment || COMMENT.test(line)) {
      close();
      const shown = commentEnd(text, inComment ? start : text.indexOf('<!--', start) + 2, end);
      inComment = shown < 0;
      // What stands behind a comment is seen, but is no longer read as a heading or a fence.
      if (!inComment && text.slice(shown, end).trim() !== '') begin('prose', shown, end);
      continue;
    }
    const fence = FENCE.exec(line);
    if (fence) {
      begin('code', next, next, fence[2]!.toLowerCase(), fence[1]!);
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading) {
      close();
      const depth = heading[1]!.length;
      headings.length = Math.min(headings.length, depth - 1);
      headings[depth - 1] = heading[2]!.toLowerCase();
      begin('prose', start, end);
      close();
      inList = false;
      continue;
    }
    if (/^\S/.test(line) || LIST_ITEM.test(line)) inList = LIST_ITEM.test(line);
    if (line.trim() === '') close();
    else if (line.trimStart().startsWith('|')) begin('table', start, end);
    else if (!open && !inList && /^(?: {4}|\t)/.test(line)) begin('code', start, end);
    else if (LIST_ITEM.test(line) || !open || open.kind === 'table') begin('prose', start, end);
    else open.end = end;
  }
  close();
  return passages;
}

/** Where the YAML between two lines `---` at the very beginning ends; 0 without one. */
export function frontMatterEnd(text: string): number {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!opening) return 0;
  const closing = /^---[ \t]*\r?$/m;
  const rest = closing.exec(text.slice(opening[0].length));
  return rest ? opening[0].length + rest.index + rest[0].length : 0;
}

/** Where a comment is over: browsers take `--!>` for its end too, and `<!-->` for a whole one. Below 0 when it goes on. */
function commentEnd(text: string, from: number, end: number): number {
  const closing = /--!?>/.exec(text.slice(from, end));
  return closing ? from + closing.index + closing[0].length : -1;
}

function closesFence(line: string, fence: string): boolean {
  const body = line.replace(/^[ \t>]+/, '').trimEnd();
  return body.length >= fence.length && body.startsWith(fence) && body === fence[0]!.repeat(body.length);
}
