import { type BlockContext, parser as commonMark, type LeafBlockParser, type Line } from '@lezer/markdown';

/** The least indent at which CommonMark takes a fence for a line of an indented block. */
const DEEP = 4;

/** Where the marks of a fence end that open on this line; nothing when none do. */
function marksEnd(line: Line): number | undefined {
  const mark = line.text[line.pos];
  if (mark !== '`' && mark !== '~') return undefined;
  let end = line.pos;
  while (line.text[end] === mark) end++;
  const isOpen = end - line.pos >= 3 && !(mark === '`' && line.text.includes('`', end));
  return isOpen ? end : undefined;
}

const opensDeep = (line: Line) => line.indent - line.baseIndent >= DEEP && marksEnd(line) !== undefined;

/**
 * A fence below a heading of tabs, an admonition or an element of MDX, however far it is indented. It ends before a line
 * that stands further left than itself, so that one without an end takes no more than the tab it is in.
 */
function readDeepFence(cx: BlockContext, line: Line): boolean {
  const infoStart = marksEnd(line);
  if (infoStart === undefined || !opensDeep(line)) return false;
  const from = cx.lineStart + line.pos;
  const { indent, pos, text } = line;
  const marks = text.slice(pos, infoStart);
  const quotes = line.markers.length;
  const info = text.slice(infoStart).trim();
  const infoFrom = cx.lineStart + text.indexOf(info, infoStart);
  const inside = [cx.elt('CodeMark', from, from + marks.length)];
  if (info) inside.push(cx.elt('CodeInfo', infoFrom, infoFrom + info.length));
  while (cx.nextLine()) {
    const rest = line.text.slice(line.pos).trim();
    if (line.markers.length !== quotes || (rest !== '' && line.indent < indent)) break;
    if (rest.startsWith(marks) && rest.replaceAll(marks[0]!, '') === '') {
      inside.push(cx.elt('CodeMark', cx.lineStart + line.pos, cx.lineStart + line.pos + rest.length));
      cx.nextLine();
      break;
    }
    const start = cx.lineStart + Math.min(pos, line.pos);
    const end = cx.lineStart + line.text.length;
    if (end > start) inside.push(cx.elt('CodeText', start, end));
  }
  cx.addElement(cx.elt('FencedCode', from, Math.max(cx.prevLineEnd(), inside.at(-1)!.to), inside));
  return true;
}

/** Ends a paragraph before a deep fence, which to CommonMark is one more line of it. */
const BEFORE_DEEP_FENCE: LeafBlockParser = {
  nextLine: (cx, line, leaf) => {
    if (!opensDeep(line)) return false;
    const { start, content } = leaf;
    const inside = cx.parser.parseInline(content, start);
    cx.addLeafElement(leaf, cx.elt('Paragraph', start, start + content.length, inside));
    return readDeepFence(cx, line);
  },
  finish: () => false,
};

/**
 * CommonMark as documents use it. A fence directly below `<details>` or `<Tab>` is a fence: to CommonMark it is a part of
 * the element up to the next blank line, behind which the fence's end would open one that runs over the rest.
 */
export const parser = commonMark.configure({
  remove: ['HTMLBlock'],
  parseBlock: [{ name: 'DeepFence', before: 'IndentedCode', parse: readDeepFence, leaf: () => BEFORE_DEEP_FENCE }],
});
