import type { SyntaxNode } from '@lezer/common';
import type { Language } from '../../document.ts';
import { Excerpt } from '../../text/excerpt.ts';
import { contains, type Span } from '../../text/span.ts';
import { fenceLanguage, guessedLanguage, isDirective, languageWord } from './blockLanguage.ts';
import { parser } from './parser.ts';
import { afterChange, withoutPrompts } from './typedLines.ts';

/** A block of code in a document. */
export interface Block {
  readonly excerpt: Excerpt;
  readonly language: Language;
  /** All of the block, its fence included. */
  readonly span: Span;
}

/** What a document shows in the font of code. */
export interface ShownCode {
  readonly blocks: readonly Block[];
  /** Code within a line, its marks left out. */
  readonly inline: readonly Excerpt[];
}

/** Boxes in tabs in boxes: people nest two. */
const MAX_NESTED = 4;

/** The code of a document, also of those pieces of it that stand in a directive. */
export function readCode(document: Excerpt, depth = 0): ShownCode {
  const { text } = document;
  const blocks: Block[] = [];
  const inline: Excerpt[] = [];
  const comments = commentsOf(text);
  parser.parse(text).iterate({
    enter: ({ name, node }) => {
      if (name === 'InlineCode') {
        const [open, close] = node.getChildren('CodeMark');
        if (open && close) inline.push(document.slice(open.to, close.from));
        return false;
      }
      if (name !== 'FencedCode' && name !== 'CodeBlock') return true;
      const span = { start: node.from, end: node.to };
      if (comments.some(each => contains(each, span))) return false;
      const info = infoOf(node, text);
      const excerpt = codeOf(node, document);
      if (isDirective(info) && depth < MAX_NESTED) {
        const inner = readCode(excerpt, depth + 1);
        blocks.push(...inner.blocks);
        inline.push(...inner.inline);
      } else blocks.push(...codeIn(excerpt, info).map(each => ({ ...each, span: document.toOuter(span) })));
      return false;
    },
  });
  return { blocks, inline };
}

/** Stretches that a page does not show. */
const commentsOf = (text: string): Span[] =>
  [...text.matchAll(/^[ \t]{0,3}(?:<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\})/gm)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));

function infoOf(node: SyntaxNode, text: string): string {
  const info = node.getChild('CodeInfo');
  return info ? text.slice(info.from, info.to) : '';
}

/** The lines of a block, without what the quotes and lists around it put before them. */
function codeOf(node: SyntaxNode, document: Excerpt): Excerpt {
  const { text } = document;
  const builder = Excerpt.builder();
  let end: number | undefined;
  const lines = (from: number, to: number) => {
    // A line break of two characters is one in the code: no reader need know of it.
    for (const { index, 0: line } of text.slice(from, to).matchAll(/[^\n]*\n?/g)) {
      const isWindows =
        line.endsWith('\r\n') || (line.endsWith('\r') && (text[from + index + line.length] ?? '\n') === '\n');
      const bare = isWindows ? line.replace(/\r\n?$/, '') : line;
      builder.append(document.slice(from + index, from + index + bare.length));
      if (isWindows && line.endsWith('\n')) {
        const at = from + index + line.length;
        builder.append(document.slice(at - 1, at));
      }
    }
  };
  for (const { from, to } of node.getChildren('CodeText')) {
    const newline = end === undefined ? -1 : text.slice(end, from).indexOf('\n');
    if (newline >= 0 && text[end! - 1] !== '\n') builder.append(document.slice(end! + newline, end! + newline + 1));
    lines(from, to);
    end = to;
  }
  return builder.build();
}

/** A line that no shell has. */
const IMPORTS = /^from [\w.]+ import [\w*(]/m;

interface Code {
  readonly excerpt: Excerpt;
  readonly language: Language;
}

function codeIn(excerpt: Excerpt, info: string): Code[] {
  if (languageWord(info) === 'diff') {
    const after = afterChange(excerpt);
    return [{ excerpt: after, language: guessedLanguage(after.text) }];
  }
  const named = fenceLanguage(info);
  // `shell` also stands over what is typed into Python, and over commands with a program behind them.
  const from = named === 'shell' ? excerpt.text.search(IMPORTS) : -1;
  if (from < 0) return [asCode(excerpt, named ?? guessedLanguage(excerpt.text))];
  const program = asCode(excerpt, guessedLanguage(excerpt.text));
  if (program.language !== 'python' || !COMMAND.test(excerpt.text.slice(0, from))) return [program];
  return [asCode(excerpt.slice(0, from), 'shell'), asCode(excerpt.slice(from), 'python')];
}

/** A line that no program in Python has: a command and its flags. */
const COMMAND = /^(?:python[\d.]*|pip|uv|hf|huggingface-cli|git|accelerate|torchrun|vllm|export)[ \t]+[\w./-]/m;

const asCode = (excerpt: Excerpt, language: Language): Code => ({
  excerpt: language === 'python' ? withoutPrompts(excerpt) : excerpt,
  language,
});
