const TOKEN =
  /"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|'''(?:\\[\s\S]|[^\\])*?(?:'''|$)|#[^\n]*|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;

/** Does this place of a Python text lie in a string of several lines, where a comment would be part of the string? */
export function isInTripleQuotes(text: string, offset: number): boolean {
  if (!text.includes('"""') && !text.includes("'''")) return false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (index >= offset) return false;
    if (/^(?:"""|''')/.test(token) && offset < index + token.length) return offset > index;
  }
  return false;
}
