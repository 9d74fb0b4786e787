import { Excerpt } from '../../text/excerpt.ts';

/** Of a session that shows `>>> `, the lines that were typed. */
export const withoutPrompts = (code: Excerpt): Excerpt =>
  /^\s*>>> /m.test(code.text) ? kept(code, /^[ \t]*(?:>>>|\.\.\.) ([^\n]*\n?)/gm) : code;

/** Of a change, the lines as they are after it. */
export const afterChange = (diff: Excerpt): Excerpt => kept(diff, /^(?:\+(?!\+\+ ) ?| {1,2}|(?=[\r\n]))([^\n]*\n?)/gm);

/** What the first group of each match holds. */
function kept(code: Excerpt, lines: RegExp): Excerpt {
  const builder = Excerpt.builder();
  for (const match of code.text.matchAll(lines)) {
    const end = match.index + match[0].length;
    builder.append(code.slice(end - match[1]!.length, end));
  }
  return builder.build();
}
