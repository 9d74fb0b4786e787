import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/markdown';
import type { Language } from '../../document.ts';
import { languageOfWord } from '../../languageWords.ts';
import { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';

/** A block of code in a document. */
export interface Block {
  readonly excerpt: Excerpt;
  readonly language: Language;
  /** All of the block, its fence included. */
  readonly span: Span;
}

/** Of a block that says no language: what its first words show. The first that fits; a block that shows nothing is shell. */
const GUESSES: readonly (readonly [RegExp, Language])[] = [
  [
    /^\s*(?:>>> |from [\w.]+ import |import \w[\w.]*(?: as \w+)?\s*$|def \w|class \w|@\w|with |for \w+ in .*:\s*$|[\w., ]+ = )|\)\s*\.\w+\(/m,
    'python',
  ],
  [/^\s*(?:import [^\n]* from ['"]|(?:const|let|var) [\w{[][^\n]*=)/, 'javascript'],
  [/^\s*[{[]/, 'json'],
  [/^\s*(?:#[^\n]*\n\s*)*FROM \S+[^\n]*\n[\s\S]*^\s*(?:RUN|ENV|CMD|COPY|ENTRYPOINT|ARG) /m, 'dockerfile'],
  [/^\s*(?:---[ \t]*\r?\n|#[^\n]*\n|\s)*[\w-]+:(?:[ \t]+\S[^\n]*)?\r?(?:\n|$)/, 'yaml'],
];

/** The code blocks of a document, and the text in brackets of its links, which repeats what the address says. */
export function readBlocks(text: string): { blocks: Block[]; labels: Span[]; tree: Tree } {
  const tree = parser.parse(text);
  const blocks: Block[] = [];
  const labels: Span[] = [];
  tree.iterate({
    enter: ref => {
      if (ref.name === 'FencedCode' || ref.name === 'CodeBlock') {
        blocks.push(readBlock(ref.node, text));
        return false;
      }
      if (ref.name === 'Link') {
        const label = labelOf(ref.node);
        if (label) labels.push(label);
      }
      return true;
    },
  });
  return { blocks, labels, tree };
}

function labelOf(link: SyntaxNode): Span | undefined {
  const [open, close] = link.getChildren('LinkMark');
  return open && close && link.getChild('URL') ? { start: open.from, end: close.to } : undefined;
}

function readBlock(node: SyntaxNode, text: string): Block {
  const builder = Excerpt.builder();
  let end: number | undefined;
  for (const { from, to } of node.getChildren('CodeText')) {
    const gap = end === undefined ? '' : text.slice(end, from);
    const newline = gap.indexOf('\n');
    if (end !== undefined && newline >= 0 && text[end - 1] !== '\n') builder.add('\n', end + newline, 1);
    builder.add(text.slice(from, to), from);
    end = to;
  }
  const info = node.getChild('CodeInfo');
  const excerpt = builder.build();
  const named = info ? fenceLanguage(text.slice(info.from, info.to)) : undefined;
  const language = named ?? GUESSES.find(([pattern]) => pattern.test(excerpt.text))?.[1] ?? 'shell';
  return {
    excerpt: language === 'python' ? withoutPrompts(excerpt) : excerpt,
    language,
    span: { start: node.from, end: node.to },
  };
}

/** Of `python title="x"`, `{python}` and `py:run.py` the first word; nothing when there is none. */
function fenceLanguage(info: string): Language | undefined {
  const word = /[\w+#-]+/.exec(info)?.[0];
  return word ? languageOfWord(word) : undefined;
}

/** Of a session that shows `>>> `, the lines that were typed. */
function withoutPrompts(excerpt: Excerpt): Excerpt {
  if (!/^\s*>>> /m.test(excerpt.text)) return excerpt;
  const builder = Excerpt.builder();
  for (const match of excerpt.text.matchAll(/^[ \t]*(?:>>>|\.\.\.) ([^\n]*\n?)/gm)) {
    const start = match.index + match[0].length - match[1]!.length;
    const outer = excerpt.slice(start, start + match[1]!.length);
    for (let i = 0; i < outer.text.length; i++) {
      const { start: from, end } = outer.toOuter({ start: i, end: i + 1 });
      builder.add(outer.text[i]!, from, end - from);
    }
  }
  return builder.build();
}
