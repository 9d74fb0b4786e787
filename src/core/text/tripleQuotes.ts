const TOKEN =
  /"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|'''(?:\\[\s\S]|[^\\])*?(?:'''|$)|#[^\n]*|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;

/** Does this place of a Python text lie in a string of several lines, where a comment would be part of the string? */
export const isInTripleQuotes = (text: string, offset: number): boolean => tripleQuotes(text)(offset);

/** The same for many places of one text, asked in their order: the text is gone through once. */
export function tripleQuotes(text: string): (offset: number) => boolean {
  if (!text.includes('"""') && !text.includes("'''")) return () => false;
  const tokens = text.matchAll(TOKEN);
  let current = tokens.next();
  let last = 0;
  return offset => {
    if (offset < last) return isInTripleQuotes(text, offset);
    last = offset;
    while (!current.done && current.value.index + current.value[0].length <= offset) current = tokens.next();
    if (current.done) return false;
    const { 0: token, index } = current.value;
    return index < offset && /^(?:"""|''')/.test(token);
  };
}
