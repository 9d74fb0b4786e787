import { addressReferences } from '../address/addressReferences.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader } from '../plainReader.ts';
import type { Reference } from '../reference.ts';

/** Reads the direct references of a requirements file: a wheel or a clone from the Hub. Package names are no ids. */
export const readRequirements: PlainReader = ({ text }) => {
  const found: Reference[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const comment = /(?:^|\s)#/.exec(line)?.index ?? line.length;
    const start = at;
    const add = (from: number, to: number, fetched?: string) =>
      found.push(
        ...addressReferences(
          line.slice(from, to),
          span => ({ start: start + from + span.start, end: start + from + span.end }),
          fetched,
        ),
      );
    add(0, comment, 'pip install');
    add(comment, line.length);
    at += line.length + 1;
  }
  return { references: inOrder(found), codeHazards: [] };
};
