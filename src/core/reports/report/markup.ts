import { visible } from '../escape.ts';

/**
 * A piece of a page as plain data: the HTML file writes it down, the panel makes nodes of it. Text is text in both, and
 * there is one place where it is made harmless.
 */
export type Markup = string | MarkupElement;

export interface MarkupElement {
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

/** Elements of ours. Nothing that runs, loads, submits or leads away is among them. */
export type Tag = HtmlTag | SvgTag;

type HtmlTag =
  | 'a'
  | 'caption'
  | 'code'
  | 'dd'
  | 'details'
  | 'div'
  | 'dl'
  | 'dt'
  | 'figure'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'header'
  | 'li'
  | 'main'
  | 'nav'
  | 'ol'
  | 'p'
  | 'section'
  | 'span'
  | 'strong'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'tr'
  | 'ul';

type SvgTag = 'svg' | 'g' | 'path' | 'rect' | 'circle' | 'line' | 'text';

/** Attributes of ours: fixed names, so that nobody's words can become one. */
export type Attributes = Readonly<Partial<Record<AttributeName, string | number | undefined>>>;

type AttributeName =
  | 'aria-hidden'
  | 'aria-label'
  | 'aria-labelledby'
  | 'class'
  | 'cx'
  | 'cy'
  | 'd'
  | 'fill'
  | 'fill-opacity'
  | 'font-family'
  | 'font-size'
  | 'font-weight'
  | 'height'
  | 'href'
  | 'id'
  | 'r'
  | 'role'
  | 'scope'
  | 'stroke'
  | 'stroke-dasharray'
  | 'stroke-width'
  | 'tabindex'
  | 'text-anchor'
  | 'viewBox'
  | 'width'
  | 'x'
  | 'x1'
  | 'x2'
  | 'xmlns'
  | 'y'
  | 'y1'
  | 'y2';

/** An element; what is unseen in its words and attributes is shown as code points. */
export function element(tag: Tag, attributes: Attributes = {}, ...children: readonly Markup[]): MarkupElement {
  return {
    tag,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, visible(`${value}`)]])),
    ),
    children: children.map(child => (typeof child === 'string' ? visible(child) : child)),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapedHtml = (text: string): string => visible(text).replace(/[&<>"']/g, char => ENTITIES[char]!);

/** Markup as HTML; an `svg` is as well XML. */
export function html(node: Markup): string {
  if (typeof node === 'string') return escapedHtml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapedHtml(value)}"`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(html).join('')}</${node.tag}>`;
}

/** A message of ours: the parts it quotes in backticks become code, the rest is text. */
export const message = (words: string): readonly Markup[] =>
  words
    .split(/`([^`]*)`/)
    .map((part, at) => (at % 2 === 1 ? element('code', {}, part) : part))
    .filter(part => part !== '');
