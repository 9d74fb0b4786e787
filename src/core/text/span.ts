/** A stretch of text: UTF-16 offsets into the document, end exclusive. Lines and columns exist only at the edges (reports, protocol). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const shifted = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });
