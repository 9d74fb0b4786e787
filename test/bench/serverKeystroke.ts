import { TextDocument } from 'vscode-languageserver-textdocument';
import { notLookedUp } from '../../src/core/facts/facts.ts';
import { nothingAround } from '../../src/core/rules/rule.ts';
import { noDecision } from '../../src/core/trust/policy.ts';
import { toDiagnostics } from '../../src/server/features/diagnostics.ts';
import { judgeUnit, type Memory } from '../../src/server/judging.ts';
import { readSettings } from '../../src/server/settings.ts';
import { shippedEngine } from '../support/engine.ts';
import { longFile } from './keystroke.ts';

const around = {
  engine: shippedEngine(),
  settings: readSettings({}),
  trusted: true,
  surroundings: nothingAround,
  facts: () => notLookedUp,
  decision: noDecision,
};
const style = { docsUri: 'file:///docs/', links: true, related: true };
const typed = 'model = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';

const milliseconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]!;

/**
 * Prints what the language server does for a keystroke, from the change of the document to the diagnostics as JSON; the
 * wait for the typing to rest is not in it: `npm run bench -- server [lines] [keystrokes]`.
 */
export function run([lines = '5000', keystrokes = '300']: readonly string[]): void {
  let document = TextDocument.create('file:///w/train.py', 'python', 1, longFile(Number(lines)));
  let memory: Memory = {};
  let marks = 0;

  const publish = () => {
    const done = judgeUnit({ uri: document.uri, notebook: false, texts: [document] }, around, memory);
    memory = done.memory;
    const diagnostics = done.judged.flatMap(judged => toDiagnostics(judged, style));
    marks = diagnostics.length;
    JSON.stringify(diagnostics);
  };

  const full = Array.from({ length: 10 }, () => {
    memory = {};
    return milliseconds(publish);
  }).slice(3);

  const times: number[] = [];
  for (let line = 50; times.length < Number(keystrokes); line = (line + 811) % document.lineCount) {
    [...typed].forEach((text, character) => {
      const at = { line, character };
      const change = { range: { start: at, end: at }, text };
      times.push(
        milliseconds(() => {
          document = TextDocument.update(document, [change], document.version + 1);
          publish();
        }),
      );
    });
  }

  console.log(`${document.lineCount} lines, ${document.getText().length} characters, ${marks} diagnostics`);
  console.log(`a text never seen before: ${quantile(full, 0.5).toFixed(1)} ms (median)`);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(q => quantile(times, q).toFixed(2));
  console.log(`a keystroke: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`);
  console.log(`full : keystroke = ${(quantile(full, 0.5) / quantile(times, 0.5)).toFixed(1)} : 1`);
}
