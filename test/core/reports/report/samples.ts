import { type Facts, type Looked, nothingKnown } from '../../../../src/core/facts/facts.ts';
import type { FileFacts } from '../../../../src/core/facts/fileFacts.ts';
import type { RepoFacts } from '../../../../src/core/facts/repoFacts.ts';
import { type ReportQuestion, trustReport } from '../../../../src/core/reports/report/makeReport.ts';
import type { TrustReport } from '../../../../src/core/reports/report/trustReport.ts';
import { shippedEngine } from '../../../support/engine.ts';

export const NOW = Date.parse('2026-05-07T18:39:38Z');
const source = { host: 'huggingface.co', asOf: NOW };

export const known = <T>(value: T): Looked<T> => ({ state: 'known', value, source });

export const repo = (id: string, rest: Partial<RepoFacts> = {}): RepoFacts => ({
  id,
  tags: [],
  baseModels: [],
  datasets: [],
  code: { custom: false, modules: [] },
  ...rest,
});

const safe = (path: string, size: number): FileFacts => ({
  path,
  size,
  scan: { level: 'safe', vendors: [], dangerousImports: [] },
});

/** Open-OSS/privacy-filter as it was seen. */
export const campaignFacts: Facts = {
  repo: known(
    repo('Open-OSS/privacy-filter', {
      createdAt: Date.parse('2026-05-06T23:52:00Z'),
      lastModified: Date.parse('2026-05-07T00:05:35Z'),
      downloads: 244_168,
      likes: 667,
      sha: 'a'.repeat(40),
      library: 'transformers',
      license: 'apache-2.0',
    }),
  ),
  publisher: known({
    name: 'Open-OSS',
    type: 'user',
    createdAt: Date.parse('2026-05-06T23:49:35Z'),
    followers: 4,
    models: 1,
  }),
  files: known([
    safe('start.bat', 60),
    safe('loader.py', 343),
    safe('model.safetensors', 2_798_973_730),
    safe('README.md', 900),
  ]),
  scan: known({ done: true, issues: [] }),
  commits: known({
    total: 2,
    newest: [{ id: 'a'.repeat(40), title: 'Upload files', date: Date.parse('2026-05-07T00:05:35Z') }],
  }),
  card: known('---\nlibrary_name: transformers\n---\n# Privacy Filter\n\nWindows: run `start.bat`.\n'),
};

/** A well-known publisher's quantised copy of its own model, with a base and a dataset. */
export const honestFacts: Facts = {
  repo: known(
    repo('openai/privacy-filter', {
      createdAt: Date.parse('2026-04-17T21:38:35Z'),
      lastModified: Date.parse('2026-04-22T16:50:17Z'),
      downloads: 165_240,
      likes: 1338,
      sha: 'b'.repeat(40),
      baseModels: ['openai/base'],
      baseRelation: 'finetune',
      datasets: ['ai4privacy/pii-masking-200k'],
    }),
  ),
  publisher: known({
    name: 'openai',
    type: 'organization',
    createdAt: Date.parse('2021-05-12T07:25:25Z'),
    followers: 35_180,
    models: 42,
    verified: true,
  }),
  files: known([safe('model.safetensors', 2_798_973_730), safe('config.json', 80)]),
  scan: known({ done: true, issues: [] }),
  commits: known({ total: 9, newest: [] }),
  card: known('# Privacy Filter\n\nLoad it with transformers.\n'),
};

export function reportOn(id: string, facts: Facts, rest: Partial<ReportQuestion> = {}): TrustReport {
  const { assess, data } = shippedEngine();
  return trustReport({
    assessment: assess(id, 'model', undefined, { facts: () => facts }),
    facts,
    ...data,
    now: NOW,
    ...rest,
  });
}

export const campaign = (rest: Partial<ReportQuestion> = {}): TrustReport =>
  reportOn('Open-OSS/privacy-filter', campaignFacts, {
    uses: [
      { path: 'app.py', line: 12, api: 'pipeline', link: false, writtenAt: '2026-05-07T09:00:00.000Z' },
      { path: 'README.md', line: 3, api: 'link', link: true },
    ],
    ...rest,
  });

export const honest = (): TrustReport => reportOn('openai/privacy-filter', honestFacts, { uses: [] });

export const unknownOffline = (): TrustReport =>
  reportOn('jane-student/my-first-bert', nothingKnown('no connection'), { uses: [] });
