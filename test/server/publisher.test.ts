import { expect, test } from 'vitest';
import { createPublisher, type Sent } from '../../src/server/publisher.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const one = (message: string) => ({ range, message });

function watched() {
  const sent: Sent[] = [];
  const publisher = createPublisher(each => void sent.push(each));
  return { publisher, last: () => sent.at(-1)?.diagnostics.map(({ message }) => message), sent };
}

test('one voice does not take back what the other has said', () => {
  const { publisher, last } = watched();
  publisher.publish({ uri: 'a', policy: [one('a mistake')] });
  publisher.publish({ uri: 'a', findings: [one('a token')] });
  expect(last()).toEqual(['a mistake', 'a token']);
  publisher.clear('a', 'findings');
  expect(last()).toEqual(['a mistake']);
  publisher.publish({ uri: 'a', policy: [] });
  expect(last()).toEqual([]);
});

test('emptiness is told once, and files are kept apart', () => {
  const { publisher, sent } = watched();
  publisher.publish({ uri: 'a', policy: [one('a mistake')], findings: [one('a token')], version: 3 });
  expect(sent[0]).toMatchObject({ uri: 'a', version: 3 });
  publisher.publish({ uri: 'b', findings: [one('b')] });
  publisher.clear('a');
  publisher.clear('a');
  publisher.clear('a', 'policy');
  publisher.clear('c');
  expect(sent.map(({ uri, diagnostics }) => [uri, diagnostics.length])).toEqual([
    ['a', 2],
    ['b', 1],
    ['a', 0],
  ]);
});
