import type { Recorded, Scenario } from './scenario.ts';

export interface Mark {
  /** `repos openai/privacy-filter likes` */
  readonly field: string;
  /** What it was recorded from; nothing when it is invented. */
  readonly source: string | undefined;
}

/** Words that tell of the entry itself, and state no fact. */
const NO_FACT: ReadonlySet<string> = new Set(['recorded', 'about', 'attack', 'honest', 'kind']);

/** Every field of a scenario with its mark, and what is wrong with the marks. */
export function marksOf(scenario: Scenario): { readonly marks: readonly Mark[]; readonly problems: readonly string[] } {
  const marks: Mark[] = [];
  const problems: string[] = [];
  const used = new Set<string>();

  const mark = (entry: object & { readonly recorded?: Recorded }, name: string) => {
    const sources = new Map<string, string>();
    for (const [source, fields] of Object.entries(entry.recorded ?? {})) {
      used.add(source);
      if (!scenario.sources?.[source]) problems.push(`${name}: no source is called "${source}"`);
      for (const field of fields.split(/\s+/)) {
        if (sources.has(field)) problems.push(`${name}: ${field} has two sources`);
        if (!has(entry, field)) problems.push(`${name}: ${field} is said to be recorded, and is not there`);
        sources.set(field, source);
      }
    }
    for (const field of Object.keys(entry)) {
      if (NO_FACT.has(field)) continue;
      if (field === 'files') {
        for (const path of Object.keys((entry as { files: object }).files))
          marks.push({ field: `${name} files:${path}`, source: sources.get(`files:${path}`) ?? sources.get('files') });
      } else marks.push({ field: `${name} ${field}`, source: sources.get(field) });
    }
  };

  for (const publisher of scenario.publishers) mark(publisher, `publishers ${publisher.name}`);
  for (const moved of scenario.moved) mark(moved, `moved ${moved.from}`);
  for (const repo of scenario.repos) {
    mark(repo, `repos ${repo.id}`);
    for (const [path, file] of Object.entries(repo.files ?? {}))
      if (typeof file !== 'string') mark(file, `repos ${repo.id} files:${path}`);
    repo.commits?.forEach((commit, at) => {
      mark(commit, `repos ${repo.id} commits ${at}`);
    });
  }
  for (const source of Object.keys(scenario.sources ?? {}))
    if (!used.has(source)) problems.push(`nothing is recorded from "${source}"`);
  return { marks, problems };
}

function has(entry: object, field: string): boolean {
  if (!field.startsWith('files:')) return field in entry;
  const files = (entry as { files?: object }).files;
  return files !== undefined && field.slice('files:'.length) in files;
}
