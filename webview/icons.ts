import type { PanelState } from '../src/panelProtocol.ts';

type Report = NonNullable<PanelState['report']>;
export type Severity = Report['evidence'][number]['severity'];
export type Verdict = Report['verdict']['verdict'];

const SVG = 'http://www.w3.org/2000/svg';

/** Drawn in the colour of the text around them; each has a shape of its own. */
const SHAPES = {
  stop: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM5 5l6 6M11 5l-6 6',
  warning: 'M8 1.5 15 14.5H1zM8 6v4M8 11.8v.7',
  information: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zM8 7v4.5M8 4v.8',
  hint: 'M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  question: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zM5.8 6.2a2.2 2.2 0 1 1 3.2 2c-.8.4-1 .8-1 1.6M8 11.8v.7',
  pass: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zM4.8 8.2l2.2 2.3 4.2-5',
} as const;

const OF_SEVERITY: Record<Severity, keyof typeof SHAPES> = {
  error: 'stop',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
};

const OF_VERDICT: Record<Verdict, keyof typeof SHAPES> = {
  dangerous: 'stop',
  risky: 'stop',
  caution: 'warning',
  unknown: 'question',
  clear: 'information',
  trusted: 'pass',
};

/** A word always stands beside it, so that nobody has to hear of it. */
function icon(shape: keyof typeof SHAPES): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' })) {
    svg.setAttribute(name, value);
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[shape]);
  svg.appendChild(path);
  return svg;
}

export const severityIcon = (severity: Severity): SVGElement => icon(OF_SEVERITY[severity]);
export const verdictIcon = (verdict: Verdict): SVGElement => icon(OF_VERDICT[verdict]);
