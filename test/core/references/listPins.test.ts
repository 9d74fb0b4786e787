import { expect, test } from 'vitest';
import { configReader } from '../../../src/core/references/config/readConfig.ts';
import { COMMIT, pinned } from './pinned.ts';

const SERVER = 'image: vllm/vllm-openai:v0.9\n';

const pin = (text: string, syntax: 'yaml' | 'json' = 'yaml') => {
  const read = configReader(syntax);
  const path = syntax === 'json' ? 'task.json' : 'compose.yaml';
  const [reference] = read({ path, text }).references;
  const after = reference && pinned(text, reference);
  if (after !== undefined) {
    // What was written is what the next reader reads.
    const [again, ...others] = read({ path, text: after }).references;
    expect(others).toEqual([]);
    expect(again).toMatchObject({ id: reference!.id, revision: { state: 'known', value: COMMIT } });
  }
  return after;
};

test('a list on one line takes two more words', () => {
  expect(pin(`${SERVER}command: ["--model", "Qwen/Qwen3-8B", "--port", "80"]\n`)).toBe(
    `${SERVER}command: ["--model", "Qwen/Qwen3-8B", "--revision", "${COMMIT}", "--port", "80"]\n`,
  );
  expect(pin(`${SERVER}command: ['--model', 'Qwen/Qwen3-8B']\n`)).toBe(
    `${SERVER}command: ['--model', 'Qwen/Qwen3-8B', "--revision", "${COMMIT}"]\n`,
  );
});

test('a list of lines takes two more lines', () => {
  expect(pin(`${SERVER}args:\n  - --model\n  - Qwen/Qwen3-8B\n  - --port=80\n`)).toBe(
    `${SERVER}args:\n  - --model\n  - Qwen/Qwen3-8B\n  - "--revision"\n  - "${COMMIT}"\n  - --port=80\n`,
  );
  expect(pin(`${SERVER}args:\r\n  - --model=Qwen/Qwen3-8B\r\n  - --port=80\r\n`)).toBe(
    `${SERVER}args:\r\n  - --model=Qwen/Qwen3-8B\r\n  - "--revision"\r\n  - "${COMMIT}"\r\n  - --port=80\r\n`,
  );
});

test('JSON is a list like the others', () => {
  const text = '{"image": "vllm/vllm-openai", "command": ["--model", "Qwen/Qwen3-8B"]}';
  expect(pin(text, 'json')).toBe(text.replace('8B"', `8B", "--revision", "${COMMIT}"`));
});

test('nothing is offered where a word would be torn, or where it is not seen how the list goes on', () => {
  expect(pin(`${SERVER}args:\n  - --model Qwen/Qwen3-8B\n  - --port=80\n`)).toBeUndefined();
  expect(pin(`${SERVER}args:\n  - --model # which\n  - Qwen/Qwen3-8B\n  - --port=80\n`)).toBeUndefined();
});
