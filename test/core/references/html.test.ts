import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/core/references/html/readHtml.ts';
import { processorTime } from '../../support/processorTime.ts';
import { marked, withMarks } from './marked.ts';

const found = (picture: string, path: string) => {
  const { text } = marked(picture);
  const { references } = readHtml({ path, text });
  for (const { id, span } of references) expect(text.slice(span.start, span.end)).toBe(id);
  return withMarks(
    text,
    references.map(each => each.span),
  );
};

describe('pages and components', () => {
  test.each([
    [
      'x.html',
      '<script type="module">\nimport { pipeline } from "https://esm.sh/@xenova/transformers";\npipeline("ner", "‹a-b/c›");\n</script>',
    ],
    [
      'x.html',
      '<a href="https://huggingface.co/‹a-b/c›">c</a><img src="https://huggingface.co/datasets/‹d-e/f›/resolve/main/a.png">',
    ],
    ['x.html', '<gradio-app theme_mode="light" space="‹a-b/c›"></gradio-app>'],
    ['x.html', '<script type="application/json">{"model": "Xenova/x"}</script>'],
    ['x.html', '<script>AutoModel.from_pretrained("‹a-b/c›"'],
    [
      'x.vue',
      '<template><p>{{ m }}</p></template>\n<script setup lang="ts">\nconst m = ref<string>("‹a-b/c›"); await AutoModel.from_pretrained(m.value as string)\n</script>',
    ],
    [
      'x.svelte',
      '<script lang="ts">let model = $state("‹a-b/c›"); AutoModel.from_pretrained(model)</script>\n<h1>{model}</h1>',
    ],
    ['x.astro', '---\nimport { listFiles } from "@huggingface/hub";\nlistFiles({ repo: "‹a-b/c›" });\n---\n<p>x</p>'],
  ])('%s %s', (path, picture) => expect(found(picture, path)).toBe(picture));
});

test('what looks like a script within a script is text of it', () => {
  const data = '<script type="application/json">{"a": "<script>"}; from_pretrained("Xenova/x")</script>';
  const picture = `${data}<script>from_pretrained("‹a-b/c›", "<script>")</script x><script>from_pretrained("‹d-e/f›")`;
  expect(found(picture, 'x.html')).toBe(picture);
});

test('hostile pages end in time', () => {
  const scripts = '<script type=module>import "@huggingface/transformers"</script'.repeat(1_000);
  for (const [path, text] of [
    ['x.html', `huggingface.co/a/b ${'<script>'.repeat(32_000)}`],
    ['x.html', '<script>from_pretrained;'.repeat(3_000)],
    ['x.vue', scripts],
    ['x.astro', '\n'.repeat(60_000)],
    ['x.astro', ' ---\n'.repeat(30_000)],
  ] as const) {
    expect(processorTime(() => readHtml({ path, text }))).toBeLessThan(3_000);
  }
});
