import type { Connection } from 'vscode-languageserver';
import type { Engine } from '../core/engine.ts';
import type { PopularRepo } from '../core/facts/publisherFacts.ts';
import { reportHtml } from '../core/reports/report/reportHtml.ts';
import { reportMarkdown } from '../core/reports/report/reportMarkdown.ts';
import { nothingAround } from '../core/rules/rule.ts';
import {
  methods,
  type PinAnswer,
  PinParams,
  parseMessage,
  type ReportAnswer,
  ReportParams,
  type ReportSubject,
  ReportTextParams,
} from '../protocol.ts';
import type { CircumstancesSource } from './circumstances.ts';
import { debounce } from './debounce.ts';
import type { Door } from './door.ts';
import { pinsEverywhere, sameRepo } from './features/pinEverywhere.ts';
import { type MadeReport, makeReport, namedIn } from './features/report.ts';
import type { Folders } from './folders.ts';
import type { LookUpSession } from './lookUpSession.ts';
import { within } from './patience.ts';
import type { Policies } from './policies.ts';
import type { ScanSession } from './scanSession.ts';
import type { Settings } from './settings.ts';

export interface ReportNeeds {
  readonly circumstances: CircumstancesSource;
  readonly folders: Folders;
  readonly settings: () => Promise<Settings>;
  readonly hub: LookUpSession;
  readonly policies: Pick<Policies, 'decide' | 'loaded'>;
  readonly scan: Pick<ScanSession, 'searched' | 'readAgain'>;
}

/** What lies on the disk is there within this; for the Hub nobody waits before something can be read. */
const PATIENCE_MS = 40;

/** A report need not follow the hand as closely as a squiggle. */
const REREAD_MS = 500;

export interface ReportSession {
  /** What every report rests on has changed. */
  readonly stale: () => void;
  /** An open text was judged: other places may name what somebody is reading about. */
  readonly reread: () => void;
}

/** Answers for reports: at once with what is known, and again whenever more is. */
export function answerReports(connection: Connection, door: Door, needs: ReportNeeds): ReportSession {
  const { circumstances, folders, hub } = needs;

  /** Whom somebody is reading about. */
  let read: ReportSubject | undefined;
  /** The places that they were told. */
  let usesTold = '';

  const tellChanged = (subject: ReportSubject): void =>
    door.start('report', () => connection.sendNotification(methods.reportChanged, subject));

  /** Asks in the background; whatever comes after the answer is told. */
  async function look(subject: ReportSubject, again: boolean): Promise<PopularRepo | undefined> {
    await hub.opened();
    const { lookUps } = hub;
    if (again || lookUps.isStale(subject)) await lookUps.lookUp(subject, undefined, again);
    return popularOf(subject);
  }

  async function popularOf(subject: ReportSubject): Promise<PopularRepo | undefined> {
    const { publisher } = hub.lookUps.facts(subject);
    const { hub: open } = hub.held();
    if (!open || publisher.state !== 'known') return undefined;
    const looked = await open.asides.popular(publisher.value.name);
    return looked.state === 'known' ? looked.value : undefined;
  }

  async function made(subject: ReportSubject, engine: Engine, popular: PopularRepo | undefined): Promise<MadeReport> {
    const { levels } = await needs.settings();
    const [folder] = folders.all();
    const around = folder === undefined ? nothingAround : circumstances.surroundings(folder, engine)(folder);
    return makeReport(engine, {
      subject,
      searched: needs.scan.searched(),
      options: { levels, facts: hub.lookUps.facts, decision: needs.policies.decide },
      popular,
      downloaded: around.downloaded(subject),
      now: Date.now(),
    });
  }

  async function answer(subject: ReportSubject, again: boolean): Promise<ReportAnswer> {
    const [engine] = await Promise.all([circumstances.engine(), needs.policies.loaded()]);
    if (!engine)
      return { problem: 'The data that ships with Model Trust cannot be read: nothing is judged.', places: [] };
    const looking = look(subject, again);
    const popular = await within(
      PATIENCE_MS,
      looking.then(found => ({ found })),
    );
    if (!popular) {
      const tell = () => tellChanged(subject);
      looking.then(tell, tell);
    }
    const { report, places, intended } = await made(subject, engine, popular?.found);
    usesTold = JSON.stringify(report.uses ?? []);
    const { host } = hub.held();
    return {
      report,
      places: [...places],
      ...(intended !== undefined && { intended }),
      ...(!popular && host !== undefined && { waiting: `what ${host} says of it` }),
    };
  }

  connection.onRequest(
    methods.report,
    door.guard('report', { problem: 'The report could not be made.', places: [] }, async (message: unknown) => {
      const params = parseMessage(ReportParams, message);
      if (!params) return { problem: 'This is no question about a repo.', places: [] } satisfies ReportAnswer;
      const { id, kind, again } = params;
      read = { id, kind };
      return answer({ id, kind }, again);
    }),
  );
  connection.onRequest(
    methods.pinEverywhere,
    door.guard('pins', { files: [], left: 0 } satisfies PinAnswer, async (message: unknown) => {
      const params = parseMessage(PinParams, message);
      const engine = await circumstances.engine();
      if (!params || !engine) return { files: [], left: 0 };
      const isIt = sameRepo(params, engine.repoKey);
      const files = await needs.scan.readAgain(({ places }) => places.some(({ id, kind }) => isIt({ id, kind })));
      return pinsEverywhere(files, isIt, params.commit);
    }),
  );
  connection.onRequest(
    methods.reportText,
    door.guard('report text', null, async (message: unknown) => {
      const params = parseMessage(ReportTextParams, message);
      const engine = await circumstances.engine();
      if (!params || !engine) return null;
      const { id, kind, format } = params;
      const { report } = await made({ id, kind }, engine, await within(PATIENCE_MS, popularOf({ id, kind })));
      return format === 'html' ? reportHtml(report) : reportMarkdown(report);
    }),
  );
  const reread = debounce(
    () =>
      door.start('report', async () => {
        const engine = await circumstances.engine();
        if (!read || !engine) return;
        const named = namedIn(needs.scan.searched(), sameRepo(read, engine.repoKey));
        if (JSON.stringify(named.map(({ use }) => use)) !== usesTold) tellChanged(read);
      }),
    REREAD_MS,
  );
  return {
    stale() {
      if (read) tellChanged(read);
    },
    reread: () => reread.schedule('report'),
  };
}
