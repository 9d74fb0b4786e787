import { visible } from '../src/core/reports/escape.ts';

/** What stands in an element: text is only ever text. */
export type Child = Node | string | undefined | readonly Child[];

/** Names of attributes are ours, never a stranger's. `key`: what the keyboard's place is remembered by when all is drawn anew. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export function h(tag: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name === 'key' ? 'data-key' : name, value);
  }
  append(element, children);
  return element;
}

/** Somebody's words as text, with everything unseen in it shown. */
export const text = (words: string): Text => document.createTextNode(visible(words));

/** Puts them at its end. */
export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === 'string') parent.appendChild(text(child));
    else if (child instanceof Node) parent.appendChild(child);
    else append(parent, child);
  }
}

/** Words in the way of messages: what they quote between backticks becomes code. */
export const words = (text: string): Child =>
  text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? h('code', {}, part) : part));

/** The same for the cell of a table, which is narrow: names break where they have parts, before they break anywhere. */
export const cellWords = (text: string): Child =>
  text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? h('code', {}, breakable(part)) : part));

/** Behind a slash, a dash or a hump, and before a member that is longer than an ending: `README.md` stays whole. */
const PART = /(?<=[/_-])(?=\w)|(?<=[a-z])(?=[A-Z]|\.[a-z_]{6})/;

const breakable = (name: string): Child =>
  name.split(PART).flatMap((part, index) => (index === 0 ? [part] : [h('wbr', {}), part]));

/** A button that looks like a link: it leads somewhere in the editor, not out of it. */
export function link(label: Child, key: string, name: string, press: () => void): HTMLElement {
  const element = h('button', { type: 'button', class: 'link', key, 'aria-label': name }, label);
  element.addEventListener('click', press);
  return element;
}
