import { readId } from '../idForms.ts';
import { type Reference, unstated } from '../reference.ts';

/** Source: gradio `js/app/src/main.ts`, the element that shows a Space. */
const GRADIO = /<gradio-app\b[^<>]*?\bspace\s*=\s*["']([^"'<>\s]+)["']/gi;

/** The Spaces that a page, a component or a document shows. */
export function readGradioApps(text: string): Reference[] {
  return [...text.matchAll(GRADIO)].flatMap(match => {
    const read = readId(match[1]!, 'full', 'space', false);
    if (read?.judged !== 'repo') return [];
    const at = match.index + match[0].lastIndexOf(match[1]!);
    const span = { start: at + read.start, end: at + read.end };
    return [{ id: read.id, kind: 'space', span, api: 'gradio-app', link: false, ...unstated, pins: [] }];
  });
}
