/** Takes the marks out of `load("‹org/name›")`: the text as a file would hold it, and what stood between the marks. */
export function marked(picture: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const character of picture) {
    if (character === '‹') start = text.length;
    else if (character === '›') spans.push({ start, end: text.length });
    else text += character;
  }
  return { text, spans };
}

/** Puts marks around the spans, so that a test reads as a picture. */
export function withMarks(text: string, spans: readonly { start: number; end: number }[]): string {
  let picture = '';
  let at = 0;
  for (const { start, end } of spans) {
    picture += `${text.slice(at, start)}‹${text.slice(start, end)}›`;
    at = end;
  }
  return picture + text.slice(at);
}
