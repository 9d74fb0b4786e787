import type { MarkupElement } from '../src/core/reports/report/markup.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A picture as nodes of this page: made one by one from data, so that words in it are only ever text. */
export function svgNodes({ tag, attributes, children }: MarkupElement): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns') made.setAttribute(name, value);
  }
  for (const child of children) {
    made.appendChild(typeof child === 'string' ? document.createTextNode(child) : svgNodes(child));
  }
  return made;
}
