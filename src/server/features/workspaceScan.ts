import type { FileEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Engine } from '../../core/engine.ts';
import type { Decide } from '../../core/rules/decision.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { Models, ScanProgress } from '../../protocol.ts';
import type { ScannedFile } from '../../workspace/scan.ts';
import type { CircumstancesSource } from '../circumstances.ts';
import type { Folders } from '../folders.ts';
import { isOnDisk, type Judged, pathOf, silenced } from '../judging.ts';
import type { LookUps } from '../lookUps.ts';
import type { OpenTexts } from '../openTexts.ts';
import type { Publisher } from '../publisher.ts';
import type { Settings } from '../settings.ts';
import type { World } from '../world.ts';
import { type DiagnosticStyle, toDiagnostics } from './diagnostics.ts';
import { type ScannedEntry, toEntry } from './models.ts';
import { openEntries } from './openEntries.ts';
import { reposToLookUp } from './reposToLookUp.ts';
import { countsOf, modelsSoFar, type ScanState } from './scanState.ts';

/** Progress is for eyes: more often than this is a waste. */
const PROGRESS_MS = 150;

export interface ScanNeeds {
  readonly world: World;
  readonly folders: Folders;
  readonly texts: OpenTexts;
  readonly circumstances: CircumstancesSource;
  readonly settings: (uri: string) => Promise<Settings>;
  readonly trusted: () => boolean;
  readonly publisher: Publisher;
  readonly style: DiagnosticStyle;
  readonly lookUps: Pick<LookUps, 'facts' | 'all'>;
  readonly decision: Decide;
  /** The last judgement of an open text. */
  readonly latest: (uri: string) => Judged | undefined;
}

export interface Searched {
  readonly what: 'workspace' | 'open-files' | 'nothing';
  readonly entries: readonly ScannedEntry[];
}

export interface WorkspaceScan {
  /** Scans every folder of the workspace. A newer scan ends an older one; both answer with what they have. */
  readonly run: (progress: (soFar: Omit<ScanProgress, 'token'>) => void, signal: AbortSignal) => Promise<Models>;
  /** The last scan's result as it stands now; `undefined` before the first. */
  readonly models: () => Promise<Models | undefined>;
  /** What is known of the files: those of the last scan, and those that are open. */
  readonly searched: () => Searched;
  /** The searched files of these, as they are now, with all that is in them. */
  readonly readAgain: (of: (entry: ScannedEntry) => boolean) => Promise<readonly Judged[]>;
  readonly clear: () => void;
  /** An open text was judged, so what the scan knew of it is old. True: the models have changed. */
  readonly judged: (judged: readonly Judged[]) => boolean;
  /** This file is open now, and marked by the text that the editor has of it, or it is no longer open. */
  readonly opened: (uri: string) => void;
  readonly closed: (uri: string) => Promise<boolean>;
  readonly changedOnDisk: (events: readonly FileEvent[]) => Promise<boolean>;
}

export function createWorkspaceScan(needs: ScanNeeds): WorkspaceScan {
  const { world, folders, texts, circumstances, publisher, style, lookUps, decision } = needs;
  const known = { facts: lookUps.facts, decision };
  let state: ScanState | undefined;
  let current: AbortController | undefined;

  const openTextAt = (path: string): string | undefined =>
    texts
      .units()
      .find(unit => !unit.notebook && pathOf(unit.uri) === path)
      ?.texts[0]?.getText();
  /** Open texts that the last scan has not read. */
  const besides = () =>
    openEntries(texts, needs.latest, folders.relative).filter(({ path }) => !state?.entries.has(path));
  const isOpen = (path: string): boolean => texts.units().some(unit => pathOf(unit.uri) === path);

  function publish(path: string, entry: ScannedEntry | undefined): void {
    if (isOpen(path)) return;
    const uri = URI.file(path).toString();
    if (entry && entry.diagnostics.length > 0) publisher.publish({ uri, findings: entry.diagnostics });
    else publisher.clear(uri, 'findings');
  }

  async function* judgePaths(engine: Engine, folder: string, paths: readonly string[], signal: AbortSignal) {
    const settings = await needs.settings(URI.file(folder).toString());
    if (!settings.enable) return;
    const results = world.scan(engine, paths, {
      base: folder,
      excludes: settings.exclude,
      signal,
      judge: { levels: settings.levels, inlineIgnores: needs.trusted(), ...known },
      surroundings: circumstances.surroundings(folder, engine),
      openText: openTextAt,
    });
    for await (const result of results) {
      if (result.type !== 'scanned') continue;
      yield { path: result.path, judged: judgedOf(result, settings) };
    }
  }

  async function* scanPaths(...asked: Parameters<typeof judgePaths>) {
    for await (const { path, judged } of judgePaths(...asked)) yield { path, entry: entryOf(judged, path) };
  }

  const entryOf = (judged: Judged, path: string): ScannedEntry =>
    toEntry(judged, toDiagnostics(judged, style), folders.relative(path));

  async function run(...[progress, signal]: Parameters<WorkspaceScan['run']>): Promise<Models> {
    current?.abort();
    const control = new AbortController();
    current = control;
    const stop = AbortSignal.any([signal, control.signal]);
    const engine = await circumstances.engine();
    const before = state?.entries ?? new Map<string, ScannedEntry>();
    const next: ScanState = { entries: new Map(), before, complete: engine !== undefined };
    state = next;
    let told = 0;
    try {
      for (const folder of engine ? folders.all() : []) {
        for await (const { path, entry } of scanPaths(engine!, folder, [folder], stop)) {
          if (state !== next) break;
          next.entries.set(path, entry);
          publish(path, entry);
          if (Date.now() - told < PROGRESS_MS) continue;
          told = Date.now();
          progress(countsOf(next));
        }
      }
    } catch (error) {
      if (!stop.aborted) throw error;
    }
    if (stop.aborted) next.complete = false;
    for (const [path, entry] of before) {
      if (next.entries.has(path)) continue;
      // What a cancelled scan did not reach is still what the last one found.
      if (next.complete) publish(path, undefined);
      else next.entries.set(path, entry);
    }
    next.before = new Map();
    if (engine && state === next) await lookUp(next, progress, stop);
    return modelsSoFar(next, engine, known);
  }

  /** What the files name, loads first; then the files that name something are judged anew, by what is known now. */
  async function lookUp(
    of: ScanState,
    progress: Parameters<WorkspaceScan['run']>[0],
    stop: AbortSignal,
  ): Promise<void> {
    const engine = await circumstances.engine();
    const repos = engine ? reposToLookUp(of.entries.values(), engine) : [];
    const total = repos.length;
    let told = 0;
    const done = (count: number): void => {
      if (count < total && Date.now() - told < PROGRESS_MS) return;
      told = Date.now();
      progress({ ...countsOf(of), lookUps: { done: count, of: total } });
    };
    await lookUps.all(repos, done, stop);
    const paths = [...of.entries].filter(([, { places }]) => places.length > 0).map(([path]) => path);
    if (state === of && total > 0) await rescan(paths);
    if (stop.aborted) of.complete = false;
  }

  async function rescan(paths: readonly string[]): Promise<boolean> {
    const engine = await circumstances.engine();
    const of = state;
    if (!of || !engine) return false;
    const wanted = paths.filter(path => of.entries.has(path));
    for (const path of wanted) {
      let entry: ScannedEntry = { uri: URI.file(path).toString(), places: [], findings: [], diagnostics: [] };
      const never = new AbortController().signal;
      for await (const found of scanPaths(engine, folders.around(path), [path], never)) entry = found.entry;
      if (state !== of) return false;
      of.entries.set(path, entry);
      publish(path, entry);
    }
    return wanted.length > 0;
  }

  return {
    run,
    models: async () => state && modelsSoFar(state, await circumstances.engine(), known),
    async readAgain(of) {
      const engine = await circumstances.engine();
      const paths = [...(state?.entries ?? [])].filter(([, entry]) => of(entry)).map(([path]) => path);
      const read = besides().flatMap(({ judged, entry }) => (of(entry) ? judged : []));
      for (const path of engine ? paths : []) {
        const never = new AbortController().signal;
        for await (const { judged } of judgePaths(engine!, folders.around(path), [path], never)) read.push(judged);
      }
      return read;
    },
    searched() {
      const open = besides().map(({ entry }) => entry);
      if (!state) return { what: open.length > 0 ? 'open-files' : 'nothing', entries: open };
      return { what: 'workspace', entries: [...new Map([...state.before, ...state.entries]).values(), ...open] };
    },
    clear() {
      current?.abort();
      for (const path of state?.entries.keys() ?? []) publish(path, undefined);
      state = undefined;
    },
    judged(judged) {
      // A notebook's cells are not its file: that is read again when it is saved.
      const fresh = judged.filter(one => isOnDisk(one.uri) && state?.entries.has(pathOf(one.uri)));
      for (const one of fresh) state?.entries.set(pathOf(one.uri), entryOf(one, pathOf(one.uri)));
      return fresh.length > 0;
    },
    opened(uri) {
      const own = URI.file(pathOf(uri)).toString();
      // Cells are marked under addresses of their own, and some editors spell a file's address in another way.
      if (own !== uri || texts.unit(uri)?.notebook) publisher.clear(own);
    },
    closed: uri => rescan([pathOf(uri)]),
    changedOnDisk: events => rescan(events.map(({ uri }) => pathOf(uri))),
  };
}

function judgedOf({ path, reading, findings }: ScannedFile, settings: Settings): Judged {
  return {
    uri: URI.file(path).toString(),
    version: null,
    reading,
    findings: findings.map(finding => silenced(finding, settings)),
    lines: new LineIndex(reading.text),
  };
}
