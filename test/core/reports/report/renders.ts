import { parser as commonMark, GFM } from '@lezer/markdown';

/**
 * What of a text would act in its reader's program, in words; nothing hopefully. Each reader is held to what we write on
 * purpose and to no more.
 */

/** Steers a terminal, reorders text or hides in it. Line ends are ours. */
const HIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]|\p{Cs}|\p{Mn}{6}/u;

export const hiddenIn = (text: string): string[] => {
  const at = text.search(HIDDEN);
  return at < 0
    ? []
    : [`hidden character ${JSON.stringify(text.slice(at, at + 2))} in ${JSON.stringify(text.slice(at - 30, at + 30))}`];
};

const ELEMENTS: ReadonlySet<string> = new Set(
  'a caption code dd details div dl dt figure footer h1 h2 h3 header li main ol p section span strong summary table tbody td th thead tr ul svg path rect circle line text'.split(
    ' ',
  ),
);

/** Attributes, and what may stand in each. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  'aria-hidden': /^true$/,
  'aria-label': /^[^<>"]*$/,
  'aria-labelledby': /^mt-[a-z-]+$/,
  class: /^[a-z0-9 -]+$/,
  cx: /^[\d.-]+$/,
  cy: /^[\d.-]+$/,
  fill: /^var\(--mt-[a-z]+, #[0-9a-f]{6}\)$/,
  'fill-opacity': /^[\d.]+$/,
  'font-family': /^var\(--mt-font, system-ui, sans-serif\)$/,
  'font-size': /^\d+$/,
  'font-weight': /^600$/,
  height: /^[\d.]+$/,
  href: /^#mt-[a-z-]+$/,
  id: /^mt-[a-z-]+$/,
  r: /^\d+$/,
  role: /^(?:img|group)$/,
  scope: /^(?:col|row)$/,
  stroke: /^var\(--mt-[a-z]+, #[0-9a-f]{6}\)$/,
  'stroke-dasharray': /^3 3$/,
  'stroke-width': /^[\d.]+$/,
  tabindex: /^0$/,
  'text-anchor': /^(?:middle|end)$/,
  viewBox: /^[\d. ]+$/,
  width: /^[\d.]+$/,
  x: /^[\d.-]+$/,
  x1: /^[\d.-]+$/,
  x2: /^[\d.-]+$/,
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  y: /^[\d.-]+$/,
  y1: /^[\d.-]+$/,
  y2: /^[\d.-]+$/,
};

/** Reads markup as strictly as XML: every `<` begins an element of ours or its end, every `&` an entity of ours. */
export function renderedByHtml(markup: string): string[] {
  const problems: string[] = hiddenIn(markup);
  const open: string[] = [];
  for (const { 0: piece } of markup.matchAll(/<[^>]*>?|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      if (/>|&(?!(?:amp|lt|gt|quot|#39);)/.test(piece)) problems.push(`text ${JSON.stringify(piece.slice(0, 80))}`);
      continue;
    }
    const [, end, tag = '', attributes = ''] = /^<(\/?)([a-z][a-z0-9]*)((?: [\w-]+="[^"]*")*)>$/.exec(piece) ?? [];
    if (!ELEMENTS.has(tag)) problems.push(`element ${JSON.stringify(piece.slice(0, 80))}`);
    else if (end) {
      if (open.pop() !== tag || attributes !== '') problems.push(`end ${JSON.stringify(piece)}`);
    } else {
      open.push(tag);
      for (const [, name = '', value = ''] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
        if (!ATTRIBUTES[name]?.test(value)) problems.push(`attribute ${name}=${JSON.stringify(value.slice(0, 80))}`);
      }
    }
  }
  return open.length === 0 ? problems : [...problems, `left open: ${open.join(' ')}`];
}

const gfm = commonMark.configure([GFM]);

/** What we write on purpose in Markdown. */
const OURS =
  /^(?:Document|Paragraph|ATXHeading[34]|HeaderMark|BulletList|OrderedList|ListItem|ListMark|StrongEmphasis|Emphasis|EmphasisMark|InlineCode|CodeMark|Escape|Entity|Table|TableHeader|TableRow|TableCell|TableDelimiter)$/;

/** Reads Markdown as a forge does: whatever it finds beside what we write is a stranger's. */
export function renderedByMarkdown(markdown: string): string[] {
  const problems = hiddenIn(markdown);
  gfm.parse(markdown).iterate({
    enter({ name, from, to }) {
      const text = markdown.slice(from, to);
      if (!OURS.test(name)) problems.push(`${name} ${JSON.stringify(text.slice(0, 80))}`);
    },
  });
  return problems;
}

/** Whom a comment on a forge would call: outside of code alone, and not where a zero-width space follows the sign. */
export function calledByForge(markdown: string): string[] {
  const called: string[] = [];
  gfm.parse(markdown).iterate({
    enter({ name, from, to }) {
      if (name !== 'Paragraph' && name !== 'TableCell') return;
      const outside = markdown
        .slice(from, to)
        .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
        .replaceAll('&#64;&#8203;', '');
      if (/@|&#64;/.test(outside)) called.push(`mention ${JSON.stringify(outside.slice(0, 80))}`);
    },
  });
  return called;
}

/** How many there are of a node of Markdown. */
export function countNodes(markdown: string, pattern: RegExp): number {
  let count = 0;
  gfm.parse(markdown).iterate({ enter: ({ name }) => void (pattern.test(name) && count++) });
  return count;
}
