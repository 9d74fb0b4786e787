/**
 * Turns tables of incidents and of researchers' demonstrations into the OSV records that we ship.
 *
 *   npx tsx src/tools/importIncidents.ts INCIDENTS.json DEMONSTRATIONS.json
 *
 * Both are JSON arrays: the first of {id, kind, class, technique, disclosed, impersonates?, confidence, sources: [{publisher, title, date}]},
 * the second of {id, kind, format, created, source}. A record that we already ship
 * keeps its id and its summary (which is edited by hand); new ones are added at the end.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

interface Incident {
  id: string;
  kind: string;
  class: string;
  technique: string;
  disclosed: string;
  impersonates?: string | null;
  confidence: string;
  sources: { publisher: string; title: string; date: string }[];
}
interface Demonstration {
  id: string;
  kind: string;
  format: string;
  created: string;
  source: string;
}

interface Shipped {
  id: string;
  summary: string;
  affected: { package: { name: string } }[];
}

const CLASS: Record<string, string> = {
  malicious: 'campaign',
  'malicious-or-research': 'campaign',
  'malware-hosting': 'hosting',
  'research-demo': 'demonstration',
  'impersonation-no-malware': 'impersonation',
};

const folder = new URL('../data/advisories/', import.meta.url);
const [incidentsPath, demonstrationsPath] = process.argv.slice(2);
if (!incidentsPath || !demonstrationsPath) {
  console.error('usage: importIncidents.ts INCIDENTS.json DEMONSTRATIONS.json');
  process.exit(2);
}
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const day = (date: string): string => `${date}-01-01`.slice(0, 10);
const purl = (kind: string, id: string) => `pkg:huggingface/${kind === 'model' ? '' : `${kind}s/`}${id}`;

type Draft = { repo: string; kind: string; class: string; summary: string; published: string } & Partial<
  Record<'impersonates' | 'disclosed' | 'confidence' | 'reporter' | 'reference', string>
>;

const fromIncident = (incident: Incident): Draft => ({
  repo: incident.id,
  kind: incident.kind,
  class: CLASS[incident.class] ?? 'campaign',
  summary: incident.technique,
  published: day(incident.disclosed),
  disclosed: incident.disclosed,
  confidence: incident.class === 'malicious-or-research' ? 'probable' : incident.confidence,
  ...(incident.impersonates?.includes('/') && !/\s/.test(incident.impersonates)
    ? { impersonates: incident.impersonates }
    : {}),
  ...(incident.sources[0] ? { reporter: incident.sources[0].publisher, reference: incident.sources[0].title } : {}),
});

const fromDemonstration = (demonstration: Demonstration): Draft => ({
  repo: demonstration.id,
  kind: demonstration.kind,
  class: 'demonstration',
  summary: `A ${demonstration.format} file that runs code when it is loaded, uploaded to show or test that it can.`,
  published: day(demonstration.created || '2024'),
  confidence: 'confirmed',
  reporter: demonstration.source,
});

function write(file: string, prefix: string, drafts: Draft[]): void {
  const path = new URL(file, folder);
  const shipped = existsSync(path) ? read<Shipped[]>(path.pathname) : [];
  const known = new Map(shipped.map(record => [record.affected[0]!.package.name, record]));
  let next = shipped.length;
  const records = drafts.map(draft => ({
    schema_version: '1.6.0',
    id: known.get(draft.repo)?.id ?? `${prefix}-${String(++next).padStart(4, '0')}`,
    modified: `${draft.published}T00:00:00Z`,
    published: `${draft.published}T00:00:00Z`,
    summary: known.get(draft.repo)?.summary ?? draft.summary,
    affected: [
      {
        package: { ecosystem: 'Hugging Face', name: draft.repo, purl: purl(draft.kind, draft.repo) },
        ranges: [
          {
            type: 'GIT',
            repo: `https://huggingface.co/${draft.kind === 'model' ? '' : `${draft.kind}s/`}${draft.repo}`,
            events: [{ introduced: '0' }],
          },
        ],
      },
    ],
    ...(draft.reporter ? { credits: [{ name: draft.reporter, type: 'REPORTER' }] } : {}),
    database_specific: Object.fromEntries(
      Object.entries({
        kind: draft.kind,
        class: draft.class,
        confidence: draft.confidence,
        disclosed: draft.disclosed,
        impersonates: draft.impersonates,
        reference: draft.reference,
      }).filter(([, value]) => value),
    ),
  }));
  writeFileSync(path, `${JSON.stringify(records, null, 1)}\n`);
  console.error(`${file}: ${records.length} records`);
}

mkdirSync(folder, { recursive: true });
write('incidents.json', 'MTH-I', read<Incident[]>(incidentsPath).map(fromIncident));
write('demonstrations.json', 'MTH-D', read<Demonstration[]>(demonstrationsPath).map(fromDemonstration));
