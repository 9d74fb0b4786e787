import * as v from 'valibot';
import type { TrustReport } from './core/reports/report/trustReport.ts';
import type { Assessment } from './core/trust/assessment.ts';

/** Holds a report that came in a message against what a report is. Members that it does not know are left out. */

const text = v.string();
const number = v.number();
const flag = v.boolean();
const list = <S extends v.GenericSchema>(of: S) => v.array(of);
const maybe = <S extends v.GenericSchema>(of: S) => v.exactOptional(of);

export const RepoKind = v.picklist(['model', 'dataset', 'space', 'kernel', 'unknown']);
export const Verdict = v.picklist(['trusted', 'clear', 'caution', 'risky', 'dangerous', 'unknown']);
const Severity = v.picklist(['error', 'warning', 'information', 'hint']);
const Standing = v.picklist(['well-known', 'known', 'unknown', 'young', 'not-known']);

const Known = v.object({ state: v.literal('known'), host: text, asOf: text, notRenewed: maybe(text) });
const Missing = v.object({ state: v.literal('missing'), host: text, asOf: text });
const Learned = v.variant('state', [Known, Missing, v.object({ state: v.literal('unknown'), why: text })]);

const Evidence = v.object({
  rule: text,
  title: text,
  severity: Severity,
  message: text,
  part: number,
  because: text,
  source: maybe(text),
  learned: maybe(v.variant('state', [Known, Missing])),
  advice: maybe(text),
});

const Publisher = v.object({
  name: text,
  learned: Learned,
  standing: Standing,
  createdAt: maybe(text),
  listed: flag,
  mostPopular: maybe(v.object({ id: text, downloads: maybe(number) })),
  type: maybe(v.picklist(['user', 'organization'])),
  fullName: maybe(text),
  followers: maybe(number),
  models: maybe(number),
  datasets: maybe(number),
  spaces: maybe(number),
  members: maybe(number),
  verified: maybe(flag),
  pro: maybe(flag),
  plan: maybe(text),
});

const numbers = list(number);
const Bucket = v.object({ days: numbers, n: number, downloads: maybe(numbers), likes: maybe(numbers) });
const Sample = v.object({ id: text, kind: text, models: text, from: text, to: text, buckets: list(Bucket) });
const Velocity = v.object({
  strength: v.picklist(['strong', 'notable', 'none', 'unknown']),
  sentence: maybe(text),
  because: maybe(text),
  ageDays: maybe(number),
  ranks: list(v.object({ sample: text, metric: v.picklist(['downloads', 'likes']), above: number, words: text })),
  reference: maybe(v.object({ quantiles: numbers, sample: Sample })),
});

const Numbers = v.object({
  learned: Learned,
  leadsTo: maybe(text),
  createdAt: maybe(text),
  lastModified: maybe(text),
  downloads: maybe(number),
  downloadsAllTime: maybe(number),
  likes: maybe(number),
  gated: maybe(flag),
  disabled: maybe(flag),
  commit: maybe(text),
  commits: maybe(
    v.object({ total: maybe(number), newest: list(v.object({ id: text, title: text, date: maybe(text) })) }),
  ),
  velocity: Velocity,
});

const TimelineEvent = v.object({
  what: v.picklist(['account', 'repo', 'commit', 'line', 'report']),
  words: text,
  at: text,
});

const FileKind = v.picklist(['launcher', 'pickle', 'code', 'safetensors', 'weights', 'other']);
const ScanLevel = v.picklist(['unscanned', 'safe', 'queued', 'error', 'caution', 'suspicious', 'unsafe', 'unknown']);
const Files = v.object({
  learned: Learned,
  count: maybe(number),
  bytes: maybe(number),
  kinds: list(v.object({ kind: FileKind, count: number, bytes: maybe(number) })),
  ofNote: list(v.object({ path: text, kind: FileKind, bytes: maybe(number), level: ScanLevel, says: list(text) })),
  more: number,
  scan: v.object({ learned: Learned, done: maybe(flag), flagged: maybe(number) }),
});

const Instruction = v.object({
  family: v.picklist([
    'launcher',
    'privilege',
    'security-off',
    'pipe-to-shell',
    'encoded-command',
    'outside-download',
    'paste-to-run',
  ]),
  told: v.picklist(['imperative', 'code', 'mention']),
  quote: text,
  file: maybe(text),
  carried: maybe(flag),
  url: maybe(text),
  aggravated: maybe(text),
  mitigated: maybe(text),
});

const Lineage = v.object({
  learned: Learned,
  relation: maybe(text),
  baseModels: list(text),
  datasets: list(text),
  license: maybe(text),
  library: maybe(text),
  task: maybe(text),
  tags: list(text),
  code: list(v.object({ file: text, repo: maybe(text) })),
  customCode: maybe(flag),
});

const Use = v.object({
  path: text,
  line: number,
  api: text,
  link: flag,
  revision: maybe(text),
  trustRemoteCode: maybe(flag),
  writtenAt: maybe(text),
});

const Steps = v.object({ when: text, steps: list(text) });

const ReportVerdict = v.object({
  verdict: Verdict,
  words: text,
  sentence: text,
  because: text,
  prior: v.object({ owner: text, level: Standing, numbers: text, weight: number }),
  sum: number,
  summed: flag,
  riskyFrom: number,
  trustedUntil: number,
});

export const ReportGuard: v.GenericSchema<unknown, TrustReport> = v.object({
  id: text,
  kind: RepoKind,
  revision: maybe(text),
  made: text,
  // What it says is told in the other parts; nobody reads this one behind a message.
  assessment: v.custom<Assessment>(given => typeof given === 'object' && given !== null),
  verdict: ReportVerdict,
  evidence: list(Evidence),
  publisher: Publisher,
  numbers: Numbers,
  timeline: list(TimelineEvent),
  files: Files,
  card: v.object({ learned: Learned, instructions: list(Instruction), more: number }),
  lineage: Lineage,
  uses: v.nullable(list(Use)),
  openFilesOnly: maybe(v.literal(true)),
  notChecked: list(v.object({ what: text, why: text })),
  aftermath: v.nullable(
    v.object({
      class: v.picklist(['campaign', 'hosting', 'demonstration', 'impersonation', 'unlisted']),
      sentence: text,
      ran: Steps,
      named: Steps,
    }),
  ),
  limits: list(text),
});
