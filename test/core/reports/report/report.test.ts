import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Facts, nothingKnown, unknown } from '../../../../src/core/facts/facts.ts';
import type { FileFacts } from '../../../../src/core/facts/fileFacts.ts';
import { reportHtml } from '../../../../src/core/reports/report/reportHtml.ts';
import { reportJson } from '../../../../src/core/reports/report/reportJson.ts';
import { reportMarkdown } from '../../../../src/core/reports/report/reportMarkdown.ts';
import { reportStyle, reportStyleHash } from '../../../../src/core/reports/report/reportStyle.ts';
import { reportText } from '../../../../src/core/reports/report/reportText.ts';
import { tellReport } from '../../../../src/core/reports/report/telling/tellReport.ts';
import { terminalWidth } from '../../../../src/core/reports/terminal.ts';
import { rules } from '../../../../src/core/rules/registry.ts';
import { oddsOf } from '../../../../src/core/trust/assess.ts';
import { schemaProblems } from '../../../cli/schemas.ts';
import { shippedEngine } from '../../../support/engine.ts';
import { campaign, campaignFacts, honest, honestFacts, known, repo, reportOn, unknownOffline } from './samples.ts';

const all = { campaign: campaign(), honest: honest(), offline: unknownOffline() };

describe('the model', () => {
  test('of the campaign: listed, strongest first, with its parts, and what to do', () => {
    const { verdict, evidence, numbers, files, card, aftermath, timeline } = all.campaign;
    expect(verdict).toMatchObject({ verdict: 'dangerous', summed: true, prior: { owner: 'Open-OSS', level: 'young' } });
    expect(verdict.sentence).toMatch(/is listed as malicious/);
    expect(evidence[0]).toMatchObject({ rule: 'known-malicious', severity: 'error', part: 6 });
    expect(numbers.velocity).toMatchObject({ strength: 'strong', ageDays: expect.closeTo(0.78, 1) });
    expect(files.ofNote.map(({ path, kind }) => `${path}: ${kind}`)).toEqual([
      'start.bat: launcher',
      'loader.py: code',
    ]);
    expect(card.instructions[0]).toMatchObject({ family: 'launcher', file: 'start.bat', carried: true });
    expect(aftermath).toMatchObject({ class: 'campaign' });
    expect(aftermath!.ran.steps[0]).toMatch(/off the network/);
    expect(aftermath!.ran.steps[1]).toMatch(/sessions/);
    expect(aftermath!.named.steps.join(' ')).toMatch(/Remove the reference.*cache.*`openai\/privacy-filter`/);
    expect(timeline.map(({ what }) => what)).toEqual(['account', 'repo', 'commit', 'line', 'report']);
  });

  test('adds up to what the verdict was made by', () => {
    const { names } = shippedEngine().data;
    for (const [report, facts] of [
      [all.campaign, campaignFacts],
      [all.honest, honestFacts],
    ] as const) {
      const { verdict, evidence, assessment, id } = report;
      const parts = evidence.reduce((sum, { part }) => sum + part, verdict.prior.weight);
      expect(parts).toBeCloseTo(oddsOf(assessment.signals, facts, id, names), 5);
      expect(verdict.sum).toBeCloseTo(parts, 2);
      for (const { because } of evidence) expect(because).not.toBe('');
    }
  });

  test('of an honest repo is calm, and has nothing to clean up', () => {
    expect(all.honest).toMatchObject({ verdict: { verdict: 'trusted' }, evidence: [], aftermath: null });
  });

  test('of an unknown id offline is neither good nor bad, and adds nothing up', () => {
    const { verdict, numbers, files, notChecked } = all.offline;
    expect(verdict).toMatchObject({ verdict: 'unknown', summed: false });
    expect(verdict.sentence).toMatch(/no connection/);
    expect([numbers.learned, files.learned]).toEqual(Array(2).fill({ state: 'unknown', why: 'no connection' }));
    expect(notChecked.length).toBeGreaterThan(0);
    expect(JSON.stringify(tellReport(all.offline))).not.toMatch(/"(?:trusted|safe)"/);
  });

  test('is plain JSON', () => {
    for (const report of Object.values(all)) expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('what to do now', () => {
  const bad = (id: string) => reportOn(id, nothingKnown('offline')).aftermath;

  test('goes by the class that a repo is listed as', () => {
    expect(bad('Open-OSS/privacy-filter')!.ran.steps.length).toBeGreaterThan(5);
    const demonstration = bad('Narsil/totallysafe')!;
    expect(demonstration.class).toBe('demonstration');
    expect(demonstration.ran.steps.join(' ')).not.toMatch(/wallet|anew/);
  });

  test('says of what nobody has listed that nobody has confirmed it', () => {
    const facts: Facts = {
      ...campaignFacts,
      repo: known(repo('fresh-account/privacy-filter', { library: 'transformers' })),
    };
    const report = reportOn('fresh-account/privacy-filter', facts);
    expect(report.verdict.verdict).toMatch(/dangerous|risky/);
    expect(report.aftermath).toMatchObject({ class: 'unlisted' });
    expect(report.aftermath!.ran.steps[0]).toMatch(/Nobody has confirmed/);
  });

  test('knows what it cannot know', () => {
    expect(campaign({ uses: undefined }).aftermath!.sentence).toMatch(/No workspace was searched.*only you can know/);
    expect(campaign({ openFilesOnly: true }).aftermath!.sentence).toMatch(
      /^The open files load it at one place\. The rest of the workspace was not searched\./,
    );
    expect(campaign({ openFilesOnly: true, uses: [] }).aftermath!.sentence).toMatch(/^Nothing in the open files loads/);
    const { sentence } = campaign({ downloaded: '/cache/x' }).aftermath!;
    expect(sentence).toMatch(/one place.*cache: `\/cache\/x`/);
  });
});

describe('words that must not contradict each other', () => {
  const text = (...of: Parameters<typeof reportOn>) => reportText(reportOn(...of)).replace(/\s+/g, ' ');

  test('an editor that has searched the open files alone says so, whatever it found', () => {
    for (const [uses, said] of [
      [undefined, '2 places that name it'],
      [[], 'No open file names it.'],
    ] as const) {
      const told = reportText(campaign({ openFilesOnly: true, ...(uses && { uses }) })).replace(/\s+/g, ' ');
      expect(told).toContain(said);
      expect(told).toContain('Only the open files were searched.');
      expect(told).not.toContain('this workspace names');
    }
  });

  test('a list of people decides, and the sum is for information', () => {
    expect(text('Open-OSS/privacy-filter', campaignFacts)).toContain(
      'it stands in a list. The sum is shown for information, and decides nothing.',
    );
    expect(text('Open-OSS/privacy-filter', nothingKnown('offline'))).not.toContain('The sum is shown');
  });

  test('an old repo is compared, and not judged by it', () => {
    const told = text('openai/privacy-filter', {
      ...honestFacts,
      repo: known(repo('openai/privacy-filter', { createdAt: Date.UTC(2024, 0, 1), downloads: 9_000, likes: 30 })),
    });
    expect(told).toContain('judged in the first 30 days alone. How it compares today is told for information');
    expect(told).not.toMatch(/cannot be judged|new models with an open licence seen (?:more|\d+ to)/);
  });

  test('an advisory is named before the block of a team', () => {
    const { assess } = shippedEngine();
    const decision = () => ({ what: 'blocked' as const, named: 'Open-OSS/privacy-filter', by: 'repo' as const });
    const options = { facts: () => campaignFacts, decision };
    const assessment = assess('Open-OSS/privacy-filter', 'model', undefined, options);
    expect(assessment.signals.map(({ rule }) => rule)).toContain('blocked-by-policy');
    expect(campaign({ assessment }).verdict.sentence).toMatch(/is listed as malicious/);
  });

  test('a block for a reason of the team alone gives no advice for machines that ran malware', () => {
    const { assess } = shippedEngine();
    const decision = () => ({ what: 'blocked' as const, named: 'openai/privacy-filter', by: 'repo' as const });
    const assessment = assess('openai/privacy-filter', 'model', undefined, { facts: () => honestFacts, decision });
    expect(assessment.verdict).toBe('dangerous');
    expect(reportOn('openai/privacy-filter', honestFacts, { assessment }).aftermath).toBeNull();
  });

  test('a limit of the sum is said in words', () => {
    expect(reportText(all.honest)).toMatch(/a sum of −4\.5 or less may be\s+called trusted/);
  });
});

describe('files', () => {
  const files = (...list: FileFacts[]) =>
    reportOn('openai/privacy-filter', { ...honestFacts, files: known(list) }).files;

  test('what was not scanned is unknown, not safe', () => {
    const told = tellReport({ ...all.honest, files: files({ path: 'pytorch_model.bin' }) });
    expect(JSON.stringify(told)).toContain('not scanned: unknown');
    expect(JSON.stringify(told)).not.toContain('safe, say the scanners');
  });

  test('flagged ones come first, and a long list ends', () => {
    const flagged: FileFacts = { path: 'z.txt', scan: { level: 'unsafe', vendors: [], dangerousImports: [] } };
    const many = Array.from({ length: 50 }, (_, n) => ({ path: `code${n}.py`, size: 1 }));
    const { ofNote, more, count } = files(...many, flagged);
    expect(ofNote[0]).toMatchObject({ path: 'z.txt', level: 'unsafe' });
    expect([ofNote.length + more, count]).toEqual([51, 51]);
  });

  test('without sizes have no sum of sizes', () => {
    expect(files({ path: 'a.safetensors' }).bytes).toBeUndefined();
  });
});

test('a repo that is not there, or looked up in part, says so in every section that lacks it', () => {
  const source = { host: 'huggingface.co', asOf: 0 };
  const gone = reportOn('some-lab/never-released', {
    ...nothingKnown('not asked'),
    repo: { state: 'missing', wording: 'missing-or-private', source },
  });
  expect(reportText(gone)).toMatch(/huggingface\.co shows none/);
  const told = reportText(gone).replace(/\s+/g, ' ');
  expect(told).not.toContain('Everything that this version looks at');
  expect(told).toContain(
    "nothing of it could be looked at: publisher, files, the Hub's scan, the card and commits are not known. It may be there and private.",
  );
  const partly = reportOn('openai/privacy-filter', { ...honestFacts, scan: unknown('no answer in time') });
  expect(partly.verdict.verdict).not.toBe('trusted');
  expect(reportText(partly)).toMatch(/The Hub's scan +Not known: no answer in time/);
});

describe('the formats', () => {
  test('tell the same sections in the same order', () => {
    for (const report of Object.values(all)) {
      const titles = tellReport(report).map(({ title }) => title);
      const text = reportText(report).split('\n');
      expect(text.filter(line => titles.includes(line))).toEqual(titles);
      const html = reportHtml(report);
      const headings = [...html.matchAll(/<h2 [^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
      expect(headings).toEqual(titles);
      const markdown = reportMarkdown(report);
      expect(markdown.match(/^#### /gm)).toHaveLength(titles.length - 1);
    }
  });

  test('JSON is as its schema says', () => {
    for (const report of Object.values(all))
      expect(schemaProblems('report', JSON.parse(reportJson('1.2.3', report)))).toEqual([]);
  });

  test('text keeps to its width, where words let it', () => {
    for (const report of Object.values(all)) {
      const wide = reportText(report)
        .split('\n')
        .filter(line => terminalWidth(line) > 100);
      expect(wide).toEqual([]);
    }
  });

  test('a comment on a forge is not cut off', () => {
    expect(reportMarkdown(all.campaign).length).toBeLessThan(20_000);
  });

  test('every rule has words for its part', () => {
    for (const rule of rules) expect(rule.advice).not.toBe('');
  });
});

describe('the HTML file', () => {
  const page = reportHtml(all.campaign);

  test('lets no style in but its own, and loads nothing', () => {
    expect(reportStyleHash).toBe(`sha256-${createHash('sha256').update(reportStyle).digest('base64')}`);
    expect(page).toContain(`<style>${reportStyle}</style>`);
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;${reportStyleHash}&#39;`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\bsrc=|style="/);
    expect(page.match(/https?:\/\/[^"' <]+/g)?.every(address => address === 'http://www.w3.org/2000/svg')).toBe(true);
  });

  test('has a language, one h1, sections with names, tables with captions and scopes, pictures with names', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
    expect(page.match(/<table>/g)?.length).toBe(page.match(/<caption>/g)?.length);
    expect(page.match(/<th /g)?.length).toBe(page.match(/<th scope=/g)?.length);
    expect(page.match(/<svg /g)?.length).toBe(page.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)?.length);
  });
});
