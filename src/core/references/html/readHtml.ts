import { Excerpt } from '../../text/excerpt.ts';
import { addressReferences } from '../addressReferences.ts';
import { inOrder } from '../inOrder.ts';
import { readJavaScript } from '../javascript/readJavaScript.ts';
import { liftReference } from '../lift.ts';
import type { PlainReader } from '../plainReader.ts';
import { readGradioApps } from './gradioApps.ts';

/** The head of a script element, and the bars around the script of an Astro component. */
const SCRIPT = /<script\b([^<>]*)>/gi;
const SCRIPT_END = /<\/script\s*>/gi;
const ASTRO = /^\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m;

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
  const astro = /\.astro$/i.test(path) ? ASTRO.exec(text) : undefined;
  if (astro) {
    const start = astro.index + astro[0].indexOf(astro[1]!, 4);
    yield { excerpt: Excerpt.builder().add(astro[1]!, start).build(), name: 'script.ts' };
  }
  for (const match of text.matchAll(SCRIPT)) {
    const head = match[1]!;
    if (DATA.test(head)) continue;
    const start = match.index + match[0].length;
    SCRIPT_END.lastIndex = start;
    const end = SCRIPT_END.exec(text)?.index ?? text.length;
    const isTyped = /\blang\s*=\s*["']?ts\b/i.test(head) || astro !== undefined;
    const name = /\blang\s*=\s*["']?tsx\b/i.test(head) ? 'script.tsx' : isTyped ? 'script.ts' : 'script.js';
    if (end > start) yield { excerpt: Excerpt.builder().add(text.slice(start, end), start).build(), name };
  }
}
