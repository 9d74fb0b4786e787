import { Excerpt } from '../../text/excerpt.ts';
import { addressReferences } from '../address/addressReferences.ts';
import { inOrder } from '../inOrder.ts';
import { readJavaScript } from '../javascript/readJavaScript.ts';
import { liftReference } from '../lift.ts';
import type { PlainReader } from '../plainReader.ts';
import { readGradioApps } from './gradioApps.ts';

/** The head of a script element, and what ends it. */
const SCRIPT = /<script\b([^<>]*)>/gi;
const SCRIPT_END = /<\/script\b/gi;

/** The bars around the script of an Astro component. */
const ASTRO = /^[ \t]*---[ \t]*\r?\n/m;
const ASTRO_END = /^---[ \t]*$/gm;

/** Scripts that hold data, not code. */
const DATA = /\btype\s*=\s*["']?(?!module|text\/(?:java|babel|type|jsx|tsx)|application\/(?:java|ecma))[\w/+-]/i;

/** Reads a page or a component: the scripts in it, the Spaces that it shows, and addresses. */
export const readHtml: PlainReader = ({ path, text }) => {
  const scripts = [...scriptsOf(path, text)];
  const references = scripts.flatMap(({ excerpt, name }) =>
    readJavaScript({ path: name, text: excerpt.text }).references.map(each => liftReference(each, excerpt)),
  );
  return {
    references: inOrder([...references, ...readGradioApps(text), ...addressReferences(text, span => span)]),
    codeHazards: [],
  };
};

function* scriptsOf(path: string, text: string): Iterable<{ excerpt: Excerpt; name: string }> {
  const astro = /\.astro$/i.test(path) ? astroScript(text) : undefined;
  if (astro) yield { excerpt: astro, name: 'script.ts' };
  const heads = new RegExp(SCRIPT);
  for (let match = heads.exec(text); match; match = heads.exec(text)) {
    const start = heads.lastIndex;
    SCRIPT_END.lastIndex = start;
    const end = SCRIPT_END.exec(text)?.index ?? text.length;
    // What looks like a script within a script is text of it.
    heads.lastIndex = end;
    const attributes = match[1]!;
    if (DATA.test(attributes)) continue;
    const isTyped = /\blang\s*=\s*["']?ts\b/i.test(attributes) || astro !== undefined;
    const name = /\blang\s*=\s*["']?tsx\b/i.test(attributes) ? 'script.tsx' : isTyped ? 'script.ts' : 'script.js';
    if (end > start) yield { excerpt: Excerpt.builder().add(text.slice(start, end), start).build(), name };
  }
}

function astroScript(text: string): Excerpt | undefined {
  const opening = ASTRO.exec(text);
  if (!opening) return undefined;
  const start = opening.index + opening[0].length;
  ASTRO_END.lastIndex = start;
  const end = ASTRO_END.exec(text)?.index;
  return end === undefined ? undefined : Excerpt.builder().add(text.slice(start, end), start).build();
}
