import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { isPolicy, POLICY_FILE } from '../core/trust/policy.ts';
import { methods, type Status } from '../protocol.ts';
import { createCircumstances } from './circumstances.ts';
import { DEBOUNCE_MS, debounce } from './debounce.ts';
import { createDoor, type Door } from './door.ts';
import { holdEngine } from './engineHolder.ts';
import { actionStyle } from './features/codeActions.ts';
import { createConfiguration, SECTION } from './features/configuration.ts';
import { diagnosticStyle, toDiagnostics } from './features/diagnostics.ts';
import { showsMarkdown } from './features/hover.ts';
import { notebookSelector } from './features/notebooks.ts';
import { followFolders } from './folders.ts';
import { initialOptions } from './initialOptions.ts';
import { urgentReposIn } from './judging.ts';
import { createLive } from './live.ts';
import { wireLookUps } from './lookUpSession.ts';
import { answerMarks, markCapabilities } from './markSession.ts';
import { followTexts } from './openTexts.ts';
import { holdPolicies, policyDiagnostics } from './policies.ts';
import { createPublisher } from './publisher.ts';
import { reportLink } from './reportLink.ts';
import { answerReports } from './reportSession.ts';
import { answerRequests } from './requests.ts';
import { wireScan } from './scanSession.ts';
import type { World } from './world.ts';

/** Joins a connection to the engine. The features do the work; here it only says who is told of what. */
export function startSession(connection: Connection, world: World, version: string): void {
  const door = createDoor(connection.console);
  connection.onInitialize((params): InitializeResult => {
    wire(connection, world, door, params, version);
    return {
      serverInfo: { name: 'model-trust-language-server', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        notebookDocumentSync: { notebookSelector },
        hoverProvider: showsMarkdown(params.capabilities),
        ...markCapabilities(params),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.listen();
}

function wire(connection: Connection, world: World, door: Door, params: InitializeParams, version: string): void {
  const { capabilities } = params;
  const options = initialOptions(params.initializationOptions, connection.console);
  let trusted = options.workspaceTrusted;

  const folders = followFolders(params);
  const configuration = createConfiguration(connection, capabilities, options.settings, connection.console);
  let logged = '';
  const tell = (status: Status) =>
    door.start('status', async () => {
      await connection.sendNotification(methods.status, status);
      // One line for each change of the weather: what is looked up, or why nothing is.
      if (status.state === 'busy' || status.detail === logged) return;
      logged = status.detail;
      connection.console.info(status.detail);
    });
  const latest = (uri: string) => live.latest(uri);
  const hub = wireLookUps(connection, door, {
    world,
    options,
    version,
    tell,
    settings: () => configuration.of(),
    trusted: () => trusted,
    unit: uri => texts.unit(uri),
    judgeAgain: uri => live.again(uri),
    latest,
  });
  const { lookUps } = hub;
  const holder = holdEngine(world.loadEngine, hub.engineStatus, connection.console);
  const circumstances = createCircumstances({
    world,
    configuration,
    folders,
    holder,
    trusted: () => trusted,
    facts: lookUps.facts,
    decision: repo => policies.decide(repo),
    decided: () => policies.loaded(),
  });
  const publisher = createPublisher(publication => {
    door.start('publish', () => connection.sendDiagnostics(publication));
  });
  const policies = holdPolicies({
    folders,
    trusted: () => trusted,
    policyText: world.policyText,
    publisher,
    isOpen: uri => texts.unit(uri) !== undefined,
  });
  /** What is known of repos, and what the team has decided of them. */
  const known = { facts: lookUps.facts, decision: policies.decide };
  const loadPolicies = () =>
    door.start('policy', async () => {
      if (!(await policies.load())) return;
      judgeAll();
      reports.stale();
    });
  const style = diagnosticStyle(capabilities, options.docsUri ?? world.docsUri);

  const pending = debounce(uri => door.start('judge', () => live.judge(uri)), DEBOUNCE_MS);
  const texts = followTexts(connection, {
    changed: pending.schedule,
    opened(unitUri) {
      scan.opened(unitUri);
      door.start('judge', () => live.judge(unitUri));
    },
    closed(unitUri, closedTexts) {
      live.forget(unitUri, closedTexts);
      for (const uri of closedTexts) publisher.clear(uri);
      if (texts.unit(unitUri)) return;
      lookUps.forget(unitUri);
      pending.cancel(unitUri);
      scan.closed(unitUri);
      if (isPolicy(unitUri)) {
        policies.forget();
        loadPolicies();
      }
    },
  });
  const scan = wireScan(connection, door, capabilities, {
    world,
    folders,
    texts,
    circumstances,
    settings: configuration.of,
    trusted: () => trusted,
    publisher,
    style,
    lookUps,
    decision: policies.decide,
    latest,
  });
  const live = createLive({
    texts,
    circumstances: circumstances.of,
    judged: (unitUri, judged) => {
      marks.stale();
      for (const one of judged) {
        publisher.publish({
          uri: one.uri,
          ...(one.version !== null && { version: one.version }),
          ...(isPolicy(one.uri) && { policy: policyDiagnostics(one.reading.text, trusted) }),
          findings: toDiagnostics(one, style),
        });
      }
      if (!scan.judged(judged)) reports.reread();
      door.start('look-ups', async () => {
        const engine = await circumstances.engine();
        if (engine)
          lookUps.follow(
            unitUri,
            judged.flatMap(one => urgentReposIn(one, engine)),
          );
      });
    },
    leftAlone(unitUri, uris) {
      lookUps.forget(unitUri);
      for (const uri of uris) publisher.clear(uri);
    },
  });
  const judgeAll = () => {
    for (const { uri } of texts.units()) door.start('judge', () => live.judge(uri));
    scan.again();
  };

  connection.onInitialized(
    door.guard('initialized', undefined, async () => {
      const register = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
      if (register) await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        const watchers = [{ globPattern: `**/${POLICY_FILE}` }];
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      if (capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(change => {
          folders.change(change);
          loadPolicies();
          judgeAll();
        });
      }
      loadPolicies();
      const [engine] = await Promise.all([circumstances.engine(), hub.open()]);
      const names = engine ? `, with the name index of ${engine.data.names.info.date}` : '';
      connection.console.info(`Model Trust ${version} has started${names}.`);
    }),
  );
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.changed(settings);
    door.start('look-ups', hub.open);
    marks.changed();
    reports.stale();
    judgeAll();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    scan.changedOnDisk(changes);
    if (changes.some(({ uri }) => isPolicy(uri))) loadPolicies();
  });
  connection.onNotification(methods.trustGranted, () => {
    trusted = true;
    loadPolicies();
    judgeAll();
    hub.trustGranted();
  });
  const marks = answerMarks(connection, door, capabilities, {
    live,
    engine: circumstances.engine,
    settings: configuration.of,
    known,
  });
  const reports = answerReports(connection, door, {
    circumstances,
    folders,
    settings: () => configuration.of(),
    hub,
    policies,
    scan,
  });
  answerRequests(connection, door, {
    live,
    texts,
    engine: circumstances.engine,
    hub,
    decision: policies.decide,
    hoverStyle: {
      diagnosticsShown: options.diagnosticsInHover,
      ...(options.openReport && { reportLink }),
    },
    // What nobody hears in an untrusted workspace is not offered there.
    actionStyle: () => ({
      ...actionStyle(capabilities, { comments: trusted, settings: trusted && options.ignoreInWorkspace }),
      reports: options.openReport,
    }),
  });
}
