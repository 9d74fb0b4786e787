/**
 * Strangers' words stay words. Every output passes names, ids, evidence and messages through one of these.
 */

/**
 * Control characters (escape sequences of terminals among them), bidirectional overrides, zero-width and line separators,
 * letters without a shape, halves of characters; and marks piled higher on a letter than any script piles them.
 */
export const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]|\p{Cs}|(?<=\p{Mn}{4})\p{Mn}/gu;

/** One line of plain text with everything unseen shown as its code point: for terminals and for whatever needs no other escape. */
export const visible = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replace(/[\t\r\n]+/g, ' ')
        .replace(INVISIBLE, char => `\\u{${char.codePointAt(0)!.toString(16).padStart(4, '0')}}`);

/** ASCII without control characters: what most texts are, and needs no second look. */
export const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Text that Markdown shows as it is: nothing becomes a link, an image, a tag, emphasis or a heading. */
export const markdown = (text: string): string =>
  visible(text).replace(/[\\`*_{}[\]<>()#+\-.!|$&~@:/]/g, char => PLAIN_ENTITY[char] ?? `\\${char}`);

/** What a backslash does not stop: tags, entities, and the automatic links of GitHub-flavoured Markdown. */
const PLAIN_ENTITY: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '@': '&#64;',
  ':': '&#58;',
  '/': '&#47;',
};

/** An inline code span that its content cannot leave. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A message of ours as Markdown: the parts it quotes in backticks become code spans, the rest is escaped. */
export function messageMarkdown(message: string): string {
  return message
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : markdown(part)))
    .join('');
}

/** A message of ours as plain text: the backticks go, and so does everything unseen. */
export const messageText = (message: string): string => visible(message.replace(/`([^`]*)`/g, '$1'));

/** A forge calls whoever a comment names; a zero-width space behind the sign keeps a stranger's text from doing so. */
export const uncalled = (text: string): string => text.replaceAll('&#64;', '&#64;&#8203;');
