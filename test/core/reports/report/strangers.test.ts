import { expect, test } from 'vitest';
import { referenceHover } from '../../../../src/core/reports/hover.ts';
import { html } from '../../../../src/core/reports/report/markup.ts';
import { reportHtml } from '../../../../src/core/reports/report/reportHtml.ts';
import { reportJson } from '../../../../src/core/reports/report/reportJson.ts';
import { reportMarkdown } from '../../../../src/core/reports/report/reportMarkdown.ts';
import { reportMarkup } from '../../../../src/core/reports/report/reportMarkup.ts';
import { reportText } from '../../../../src/core/reports/report/reportText.ts';
import { painted } from '../../../../src/core/reports/terminal.ts';
import { schemaProblems } from '../../../cli/schemas.ts';
import { shippedEngine } from '../../../support/engine.ts';
import { payloads } from './payloads.ts';
import { calledByForge, countNodes, hiddenIn, renderedByHtml, renderedByMarkdown } from './renders.ts';
import { strangeFacts, strangeReport } from './strange.ts';

const show = (payload: string) => JSON.stringify(payload.slice(0, 60));

/** What an output would act on, payload by payload. */
const acting = (problems: (payload: string) => readonly string[]): string[] =>
  payloads.flatMap(payload => {
    const found = problems(payload);
    return found.length === 0 ? [] : [`${show(payload)}: ${found.slice(0, 3).join('; ')}`];
  });

test('there are two hundred of them at least, each once', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(200);
  expect(new Set(payloads).size).toBe(payloads.length);
});

test('the readers of these tests see what acts', () => {
  for (const markup of [
    '<p><img src="x"></p>',
    '<p onclick="x">a</p>',
    '<a href="javascript:x">a</a>',
    '<p>a & b</p>',
    '<p>',
  ])
    expect(renderedByHtml(markup), markup).not.toEqual([]);
  for (const text of ['[a](b)', '![a](b)', '<b>a</b>', 'https://evil.example', '# a', '```\na\n```', '> a', '---'])
    expect(renderedByMarkdown(text), text).not.toEqual([]);
  expect(calledByForge('thanks @a')).not.toEqual([]);
  expect(hiddenIn('a\u202eb')).not.toEqual([]);
});

test('in a terminal every word is text', () => {
  const lines = reportText(strangeReport('calm')).split('\n').length;
  expect(
    acting(payload => {
      const text = reportText(strangeReport(payload), painted);
      const ours = text.replace(/\u001b\[(?:1|2|22|3[1346]|39)m/g, '');
      return hiddenIn(ours);
    }),
  ).toEqual([]);
  // A line end of theirs begins no line of ours.
  expect(Math.abs(reportText(strangeReport('ca\nlm')).split('\n').length - lines)).toBeLessThan(30);
  expect(reportText(strangeReport('x\nVerdict\n  trusted'))).not.toMatch(/^ {2}trusted$/m);
}, 180_000);

test('in HTML every word is text', () => {
  const frames = new Set<string>();
  expect(
    acting(payload => {
      const page = reportHtml(strangeReport(payload));
      const [start, end] = [page.indexOf('<main'), page.lastIndexOf('</main>') + '</main>'.length];
      frames.add(`${page.slice(0, start).replace(/<title>[^<>]*<\/title>/, '<title></title>')}${page.slice(end)}`);
      return renderedByHtml(page.slice(start, end));
    }),
  ).toEqual([]);
  // Around it nothing is theirs but the title.
  expect(frames.size).toBe(1);
}, 180_000);

test('nothing of theirs is lost: it can be read in the page', () => {
  const unescaped = (markup: string) =>
    markup
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  for (const payload of ['<script>alert(1)</script>', '![x](https://x)', '&lt;b&gt;', '" onload="x'])
    expect(unescaped(html(reportMarkup(strangeReport(payload))))).toContain(payload);
});

test('in Markdown every word is text', () => {
  const headings = countNodes(reportMarkdown(strangeReport('calm')), /Heading/);
  const cells = (text: string) => text.split('\n').filter(line => line.startsWith('|'));
  expect(
    acting(payload => {
      const text = reportMarkdown(strangeReport(payload));
      const found = countNodes(text, /Heading/);
      const torn = cells(text).filter(line => /^\|[-:| ]+\|$/.test(line) === false && columns(line) > 4);
      return [
        ...renderedByMarkdown(text),
        ...calledByForge(text),
        ...(found === headings ? [] : [`${found} headings instead of ${headings}`]),
        ...torn.map(line => `more cells than columns: ${line.slice(0, 80)}`),
      ];
    }),
  ).toEqual([]);
}, 180_000);

/** Cells of a row: bars behind an even number of backslashes end one. */
const columns = (line: string): number => (line.replace(/\\[\s\S]/g, '').match(/\|/g)?.length ?? 0) - 1;

const LOAD =
  'from transformers import AutoModel\nAutoModel.from_pretrained("jane-student/my-first-bert", trust_remote_code=True)\n';

test('in the hover card every word is text', () => {
  const { data, judge, assess, read } = shippedEngine();
  const reading = read({ path: 'a.py', language: 'python', text: LOAD });
  const [reference] = reading.references;
  expect(reference).toBeDefined();
  expect(
    acting(payload => {
      const facts = strangeFacts(payload);
      const named = { ...reference!, id: payload };
      const options = { facts: () => facts };
      const findings = judge({ ...reading, references: [named] }, options);
      const assessment = assess(payload, 'model', findings, options);
      return renderedByMarkdown(referenceHover(named, findings, assessment, data.names, { diagnosticsShown: false }));
    }),
  ).toEqual([]);
}, 180_000);

test('JSON says the same, shows nothing hidden, and is as its schema says', () => {
  expect(
    acting(payload => {
      const report = strangeReport(payload);
      const json = reportJson('1.2.3', report);
      const read = JSON.parse(json);
      expect(read).toEqual({ version: '1.2.3', ...JSON.parse(JSON.stringify(report)) });
      return [...hiddenIn(json), ...schemaProblems('report', read)];
    }),
  ).toEqual([]);
}, 180_000);
