import { TextDocument } from 'vscode-languageserver-textdocument';
import { nothingAround } from '../../src/core/rules/rule.ts';
import { toDiagnostics } from '../../src/server/features/diagnostics.ts';
import { judgeUnit, type Memory } from '../../src/server/judging.ts';
import { readSettings } from '../../src/server/settings.ts';
import { shippedEngine } from '../support/engine.ts';
import { longFile } from './keystroke.ts';

/**
 * Runs by itself: `npx tsx test/bench/serverKeystroke.ts [lines] [keystrokes]`. Prints what the language server does for
 * a keystroke, from the change of the document to the diagnostics as JSON; the wait for the typing to rest is not in it.
 */
const LINES = Number(process.argv[2] ?? 5000);
const KEYSTROKES = Number(process.argv[3] ?? 300);

const around = {
  engine: shippedEngine(),
  settings: readSettings({}),
  trusted: true,
  surroundings: nothingAround,
};
const style = { docsUri: 'file:///docs/', links: true, related: true };
const typed = 'model = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';

let document = TextDocument.create('file:///w/train.py', 'python', 1, longFile(LINES));
let memory: Memory = {};
let marks = 0;

function publish(): void {
  const done = judgeUnit({ uri: document.uri, notebook: false, texts: [document] }, around, memory);
  memory = done.memory;
  const diagnostics = done.judged.flatMap(judged => toDiagnostics(judged, style));
  marks = diagnostics.length;
  JSON.stringify(diagnostics);
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]!;

const full = Array.from({ length: 10 }, () => {
  memory = {};
  return milliseconds(publish);
}).slice(3);

const times: number[] = [];
for (let line = 50; times.length < KEYSTROKES; line = (line + 811) % document.lineCount) {
  [...typed].forEach((text, character) => {
    const at = { line, character };
    times.push(
      milliseconds(() => {
        document = TextDocument.update(document, [{ range: { start: at, end: at }, text }], document.version + 1);
        publish();
      }),
    );
  });
}

console.log(`${document.lineCount} lines, ${document.getText().length} characters, ${marks} diagnostics`);
console.log(`a text never seen before: ${quantile(full, 0.5).toFixed(1)} ms (median)`);
console.log(
  `a keystroke: p50 ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`,
);
console.log(`full : keystroke = ${(quantile(full, 0.5) / quantile(times, 0.5)).toFixed(1)} : 1`);
