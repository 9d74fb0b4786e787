import { isPlain, visible } from '../../escape.ts';
import { terminalWidth } from '../../terminal.ts';
import { element, type MarkupElement } from '../markup.ts';

/** A drawing: pure data, with the boxes of its words beside it, so that a test can see that none covers another. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly svg: MarkupElement;
  readonly labels: readonly Label[];
}

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Colours by meaning: variables of the page, with a fallback where a picture stands alone. */
export const INK = {
  text: 'var(--mt-text, #1f2328)',
  faint: 'var(--mt-faint, #59636e)',
  line: 'var(--mt-line, #818b98)',
  ground: 'var(--mt-ground, #ffffff)',
  accent: 'var(--mt-accent, #0969da)',
  band: 'var(--mt-band, #0969da)',
  against: 'var(--mt-against, #bc4c00)',
} as const;

const FONT_SIZE = 12;
export const LINE_HEIGHT = 16;

/** Ems that a column of a terminal takes at most, in the fonts that systems bring. */
const EMS = 0.62;

export const textWidth = (text: string, size = FONT_SIZE): number => terminalWidth(visible(text)) * size * EMS;

/** Letters as readers count them. The tables for that take an engine tens of milliseconds to load, and few texts need them. */
const lettersOf = (text: string): Iterable<string> =>
  isPlain(text) ? text : Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);

/** As much of a text as fits, from its beginning. */
export function fitted(text: string, width: number, size = FONT_SIZE): string {
  // No picture is so wide that it shows more letters than this.
  const shown = visible(text.slice(0, 400));
  if (text.length <= 400 && textWidth(shown, size) <= width) return shown;
  let room = width - textWidth('…', size);
  let kept = '';
  for (const letter of lettersOf(shown)) {
    room -= textWidth(letter, size);
    if (room < 0) break;
    kept += letter;
  }
  return kept === '' ? '' : `${kept}…`;
}

export interface LabelStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly strong?: boolean;
}

/** Collects what is drawn. */
export function sheet(width: number) {
  const nodes: MarkupElement[] = [];
  const labels: Label[] = [];
  return {
    width,
    draw: (node: MarkupElement) => nodes.push(node),
    /** Words whose middle stands at this height. */
    label(x: number, y: number, text: string, { anchor = 'start', colour = INK.text, strong }: LabelStyle = {}) {
      if (text === '') return;
      const own = textWidth(text);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - own : x - own / 2;
      labels.push({ text, x: left, y: y - LINE_HEIGHT / 2, width: own, height: LINE_HEIGHT });
      nodes.push(
        element(
          'text',
          {
            x: rounded(x),
            y: rounded(y + FONT_SIZE * 0.35),
            fill: colour,
            ...(anchor !== 'start' && { 'text-anchor': anchor }),
            ...(strong && { 'font-weight': 600 }),
          },
          text,
        ),
      );
    },
    line(x1: number, y1: number, x2: number, y2: number, colour: string = INK.line, dashes?: string) {
      nodes.push(
        element('line', {
          x1: rounded(x1),
          y1: rounded(y1),
          x2: rounded(x2),
          y2: rounded(y2),
          stroke: colour,
          'stroke-dasharray': dashes,
        }),
      );
    },
    dot: (x: number, y: number, colour: string, r = 5) =>
      nodes.push(
        element('circle', {
          cx: rounded(x),
          cy: rounded(y),
          r,
          fill: colour,
          stroke: INK.ground,
          'stroke-width': 1.5,
        }),
      ),
    /** The whole as a picture with a name; what it shows stands in a table beside it. */
    done(height: number, name: string): Picture {
      const svg = element(
        'svg',
        {
          xmlns: 'http://www.w3.org/2000/svg',
          viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
          width: rounded(width),
          height: rounded(height),
          role: 'img',
          'aria-label': name,
          'font-family': 'var(--mt-font, system-ui, sans-serif)',
          'font-size': FONT_SIZE,
        },
        ...nodes,
      );
      return { width, height, svg, labels };
    },
  };
}

export type Sheet = ReturnType<typeof sheet>;

export const rounded = (n: number): number => Math.round(n * 10) / 10;
