import type { Engine, JudgeOptions } from '../../core/engine.ts';
import type { PopularRepo } from '../../core/facts/publisherFacts.ts';
import { trustReport } from '../../core/reports/report/makeReport.ts';
import type { TrustReport } from '../../core/reports/report/trustReport.ts';
import { withBare } from '../../core/trust/heardFindings.ts';
import type { ModelPlace, ReportSubject } from '../../protocol.ts';
import type { ScannedPlace } from './models.ts';
import { sameRepo } from './pinEverywhere.ts';
import type { Searched } from './workspaceScan.ts';

/** What a report is made of besides the engine. */
export interface ReportGround {
  readonly subject: ReportSubject;
  /** What the files hold that somebody looked at. */
  readonly searched: Searched;
  readonly options: Pick<JudgeOptions, 'levels' | 'decision'> & Required<Pick<JudgeOptions, 'facts'>>;
  readonly popular: PopularRepo | undefined;
  /** Where this machine's cache holds the repo. */
  readonly downloaded: string | undefined;
  readonly now: number;
}

export interface MadeReport {
  readonly report: TrustReport;
  /** The places of the report's uses, in their order. */
  readonly places: readonly ModelPlace[];
  readonly intended: string | undefined;
}

/** The report of a repo, judged by all the places that name it and by its bare id. */
export function makeReport(engine: Engine, ground: ReportGround): MadeReport {
  const { subject, searched, options, popular, downloaded, now } = ground;
  const { id, kind } = subject;
  const isIt = sameRepo(subject, engine.repoKey);
  const named = namedIn(searched, isIt);
  const found = searched.entries.flatMap(({ findings }) =>
    findings.filter(one => one.id !== null && isIt({ id: one.id, kind: one.kind })),
  );
  const assessment = engine.assess(id, kind, withBare(found, engine.judgeId(id, kind, options)), options);
  const report = trustReport({
    assessment,
    facts: options.facts(subject),
    names: engine.data.names,
    advisories: engine.data.advisories,
    ...(searched.what !== 'nothing' && { uses: named.map(({ use }) => use) }),
    ...(searched.what === 'open-files' && { openFilesOnly: true }),
    downloaded,
    ...(popular && { mostPopular: popular }),
    now,
  });
  const intended = assessment.signals.find(({ target }) => target !== undefined && target !== id)?.target;
  return { report, places: named.map(({ place }) => place), intended };
}

/** The places that name a repo, in the order of files and lines. */
export const namedIn = ({ entries }: Searched, isIt: (repo: ReportSubject) => boolean): ScannedPlace[] =>
  entries.flatMap(({ places }) => places.filter(isIt)).sort(byPlace);

const byPlace = (a: ScannedPlace, b: ScannedPlace): number =>
  compare(a.use.path, b.use.path) ||
  a.use.line - b.use.line ||
  a.place.range.start.character - b.place.range.start.character;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
