import * as v from 'valibot';
import type { RepoKind } from '../references/reference.ts';
import type { Advisories, Advisory, AdvisoryClass } from './advisories.ts';

/** The parts of OSV 1.6 that we read; everything else in a record is left alone. */
const Affected = v.object({
  package: v.object({ name: v.string(), ecosystem: v.optional(v.string()), purl: v.optional(v.string()) }),
  database_specific: v.optional(v.record(v.string(), v.unknown())),
});
const Record = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  summary: v.optional(v.string()),
  details: v.optional(v.string()),
  published: v.optional(v.string()),
  withdrawn: v.optional(v.string()),
  affected: v.array(Affected),
  credits: v.optional(v.array(v.object({ name: v.string() }))),
  database_specific: v.optional(v.record(v.string(), v.unknown())),
});

/** What `readOsv` made of a file: the advisories, and what is wrong with the rest in words for the user. */
export interface OsvReading {
  readonly advisories: readonly Advisory[];
  readonly problems: readonly string[];
}

/**
 * Reads one OSV record or an array of them. OSV names no ecosystem for the Hub, so a record counts when its package is of
 * the ecosystem `Hugging Face` or carries a `pkg:huggingface` purl; others are passed over. A record without our
 * `database_specific.class` is taken as a campaign, which is what malware feeds list. Withdrawn records are left out.
 */
export function readOsv(json: unknown): OsvReading {
  const advisories: Advisory[] = [];
  const problems: string[] = [];
  for (const [index, item] of (Array.isArray(json) ? json : [json]).entries()) {
    const parsed = v.safeParse(Record, item);
    if (parsed.success) advisories.push(...advisoriesOf(parsed.output));
    else problems.push(`record ${index + 1} is not an OSV record: ${firstIssue(parsed.issues)}`);
  }
  return { advisories, problems };
}

function firstIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0]!;
  return `${v.getDotPath(issue) ?? 'the record'}: ${issue.message}`;
}

function advisoriesOf(record: v.InferOutput<typeof Record>): Advisory[] {
  if (record.withdrawn) return [];
  return record.affected.filter(isOnTheHub).map(affected => {
    const said = { ...record.database_specific, ...affected.database_specific };
    const text = (key: string): string | undefined => (typeof said[key] === 'string' ? said[key] : undefined);
    const { id: repo, kind } = repoOf(affected.package.name, text('kind'));
    const optional = {
      impersonates: text('impersonates'),
      disclosed: text('disclosed') ?? record.published?.slice(0, 10),
      reporter: record.credits?.[0]?.name,
      confidence: text('confidence'),
    };
    return {
      id: record.id,
      repo,
      kind,
      class: classOf(text('class')),
      summary: record.summary ?? record.details?.slice(0, 300) ?? 'listed without a description',
      ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value)) as Partial<Advisory>),
    };
  });
}

const isOnTheHub = ({ package: { ecosystem, purl } }: v.InferOutput<typeof Affected>): boolean =>
  /^hugging ?face\b/i.test(ecosystem ?? '') || (purl ?? '').startsWith('pkg:huggingface/');

const CLASSES: readonly AdvisoryClass[] = ['campaign', 'hosting', 'demonstration', 'impersonation'];
const classOf = (text: string | undefined): AdvisoryClass => CLASSES.find(known => known === text) ?? 'campaign';

const PREFIXES: Readonly<Record<string, RepoKind>> = { models: 'model', datasets: 'dataset', spaces: 'space' };
const KINDS: readonly RepoKind[] = ['model', 'dataset', 'space', 'kernel'];

function repoOf(name: string, kind: string | undefined): { id: string; kind: RepoKind } {
  const [, prefix, rest] = /^(models|datasets|spaces)\/(.+\/.+)$/.exec(name) ?? [];
  if (prefix && rest) return { id: rest, kind: PREFIXES[prefix]! };
  return { id: name, kind: KINDS.find(known => known === kind) ?? 'model' };
}

const NONE: readonly Advisory[] = [];

/** Puts advisories where they can be asked for. */
export function indexAdvisories(all: readonly Advisory[]): Advisories {
  const byRepo = grouped(all, advisory => advisory.repo.toLowerCase());
  const campaigns = grouped(
    all.filter(advisory => advisory.class === 'campaign' && advisory.repo.includes('/')),
    advisory => publisherOf(advisory.repo),
  );
  return {
    about: (id, kind) =>
      byRepo
        .get(id.toLowerCase())
        ?.filter(advisory => kind === 'unknown' || advisory.kind === 'unknown' || advisory.kind === kind) ?? NONE,
    byPublisher: publisher => campaigns.get(publisher.toLowerCase()) ?? NONE,
  };
}

const publisherOf = (id: string): string => id.slice(0, id.indexOf('/')).toLowerCase();

function grouped(all: readonly Advisory[], key: (advisory: Advisory) => string): Map<string, Advisory[]> {
  const groups = new Map<string, Advisory[]>();
  for (const advisory of all) {
    const group = groups.get(key(advisory));
    if (group) group.push(advisory);
    else groups.set(key(advisory), [advisory]);
  }
  return groups;
}
