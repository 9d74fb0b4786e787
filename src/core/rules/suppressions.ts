import { LineIndex } from '../text/lineIndex.ts';
import { type Span, span } from '../text/span.ts';

/** `# model-trust: ignore[rule, rule]`, in whatever comment syntax. */
export interface Suppression {
  readonly rules: readonly SuppressedRule[];
  /** The lines whose findings it silences, zero-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface SuppressedRule {
  /** Empty where the comment names no rule: it silences nothing. */
  readonly id: string;
  readonly span: Span;
}

/** A comment opener of any language we read, then the words. Only spaces and opener characters may stand between. */
const COMMENT =
  /(?:#|\/\/|\/\*|<!--|--|;|%|\brem\b)[ \t#*/-]{0,8}model-trust:[ \t]{0,8}ignore\b(?:\[([^\]\n]{0,500})\])?/gi;

/**
 * Finds the suppressions of a text. A comment silences its own line; a comment that has a line for itself silences the
 * next line too, for places where nothing can be appended (a shell line that ends in `\`).
 */
export function readSuppressions(text: string): Suppression[] {
  if (!text.includes('model-trust:')) return [];
  const lines = new LineIndex(text);
  return [...text.matchAll(COMMENT)].map(match => {
    const { line } = lines.position(match.index);
    const alone = text.slice(lines.lineStart(line), match.index).trim() === '';
    const end = match.index + match[0].length;
    const rules =
      match[1] === undefined
        ? [{ id: '', span: span(end - 'ignore'.length, end) }]
        : listedRules(match[1], end - 1 - match[1].length);
    return { rules, firstLine: line, lastLine: alone ? line + 1 : line };
  });
}

function listedRules(list: string, start: number): SuppressedRule[] {
  return [...list.matchAll(/[^\s,]+/g)].map(word => ({
    id: word[0],
    span: span(start + word.index, start + word.index + word[0].length),
  }));
}

/** Answers whether a rule is silenced on a line (zero-based). */
export function silencer(suppressions: readonly Suppression[]): (rule: string, line: number) => boolean {
  const byLine = new Map<number, Set<string>>();
  for (const { rules, firstLine, lastLine } of suppressions) {
    for (let line = firstLine; line <= lastLine; line++) {
      const silenced = byLine.get(line) ?? new Set();
      byLine.set(line, silenced);
      for (const { id } of rules) silenced.add(id);
    }
  }
  return (rule, line) => byLine.get(line)?.has(rule) === true;
}
