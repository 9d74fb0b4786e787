import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manyHonest } from './replay/manyHonest.ts';
import { marksOf } from './replay/provenance.ts';
import { checked, readScenario, scenarioNames } from './replay/readScenarios.ts';
import { replayRepo } from './replay/replayRepo.ts';
import type { Scenario } from './replay/scenario.ts';
import { worldOf } from './replay/world.ts';

const own = (name: string) => readScenario(name).at(-1)!;

describe.each(scenarioNames())('scenario %s', name => {
  test('is well formed, and tells who publishes what', () => {
    expect(worldOf(readScenario(name)).now).toBeGreaterThan(0);
  });

  test('marks every field as recorded, with its source, or as invented', () => {
    const { marks, problems } = marksOf(own(name));
    expect(problems).toEqual([]);
    expect(marks.length).toBeGreaterThan(10);
    for (const { field, source } of marks) if (source) expect(own(name).sources, field).toHaveProperty(source);
  });

  test('holds no script that does anything', () => {
    const scripts = own(name).repos.flatMap(({ id, files = {} }) =>
      Object.entries(files).flatMap(([path, file]) => {
        const text = typeof file === 'string' ? file : file.text;
        return /\.(bat|cmd|ps1|py|sh)$/.test(path) && /powershell|curl|requests|exec|base64/.test(text ?? '')
          ? [{ id, path, first: text!.split('\n')[0]! }]
          : [];
      }),
    );
    for (const { id, path, first } of scripts)
      expect(first, `${id} ${path}`).toMatch(/^(@exit \/b|exit |raise SystemExit)/);
  });

  test('names no address that exists but those of honest installers and the Hub', () => {
    const hosts = JSON.stringify(own(name)).matchAll(/https?:\/\/([\w.-]+)/g);
    for (const [, host] of hosts)
      expect(host).toMatch(
        /(\.invalid|huggingface\.co|^hf\.co|^unsloth\.ai|^ollama\.com|^download\.pytorch\.org|^abetlen\.github\.io)$/,
      );
  });
});

describe('the numbers of the name index', () => {
  const index = new Map(
    readFileSync(new URL('../../src/data/names/popular.tsv', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => line.split('\t'))
      .map(([id, downloads]) => [id!.toLowerCase(), Number(downloads)]),
  );

  test.each(scenarioNames())('are told by %s too, except where it has a record of another day', name => {
    const named = own(name).repos.filter(({ id, kind }) => kind === 'model' && index.has(id.toLowerCase()));
    const others = named.filter(
      ({ id, downloads }) => downloads !== undefined && downloads !== index.get(id.toLowerCase()),
    );
    const sourceOf = ({ recorded = {} }: (typeof named)[number]) =>
      Object.keys(recorded).find(source => recorded[source]!.split(' ').includes('downloads'));
    const odd = others.filter(repo => sourceOf(repo) === undefined || sourceOf(repo) === 'popular');
    expect(
      odd.map(({ id, downloads }) => `${id}: ${downloads}, and ${index.get(id.toLowerCase())} in the index`),
    ).toEqual([]);
  });
});

const repos = (names: readonly string[]) => names.flatMap(name => own(name).repos);

describe('together they are enough to measure with', () => {
  test('Open-OSS and its six siblings, beside their originals', () => {
    const campaign = repos(['open-oss']).filter(({ attack }) => attack === 'campaign');
    expect(campaign).toHaveLength(7);
    const honest = new Set(repos(['open-oss']).flatMap(({ honest, id }) => (honest ? [id.split('/')[1]] : [])));
    for (const { id } of campaign) expect(honest).toContain(id.split('/')[1]);
  });

  test('at least forty-five attacks of our own, of ten classes', () => {
    const attacks = repos(['attacks', 'lures', 'removed']).filter(({ attack }) => attack);
    expect(attacks.length).toBeGreaterThanOrEqual(45);
    expect(new Set(attacks.map(({ attack }) => attack)).size).toBeGreaterThanOrEqual(10);
  });

  test('at least three hundred honest repos, always the same', () => {
    const many: Scenario = checked(manyHonest(), 'many');
    expect(many.repos.length).toBeGreaterThanOrEqual(300);
    expect(manyHonest()).toEqual(manyHonest());
    expect(marksOf(many).problems).toEqual([]);
    expect(new Set(many.repos.map(({ honest }) => honest)).size).toBeGreaterThanOrEqual(4);
    for (const repo of many.repos.slice(0, 50))
      expect(replayRepo(repo).versions[0]!.commit.id).toMatch(/^[0-9a-f]{40}$/);
  });
});

test('a scenario with a mistake is told where it is', () => {
  expect(() => checked({ ...manyHonest(1), now: 'yesterday' }, 'mine')).toThrow(/"mine".*\nnow/);
  const stray = checked(
    { about: '', now: '2026-01-01T00:00:00Z', unmarked: 'invented', repos: [{ id: 'a/b' }] },
    'mine',
  );
  expect(() => worldOf([stray])).toThrow('No scenario tells who publishes a/b.');
});
