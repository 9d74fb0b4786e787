import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileEvent,
} from 'vscode-languageserver';
import { FILE_GLOBS } from '../core/languageWords.ts';
import { type Models, methods, parseMessage, ScanParams, type ScanProgress } from '../protocol.ts';
import { debounce } from './debounce.ts';
import type { Door } from './door.ts';
import { emptyModels } from './features/models.ts';
import { createWorkspaceScan, type ScanNeeds, type WorkspaceScan } from './features/workspaceScan.ts';
import type { Judged } from './judging.ts';

/** A view need not follow the hand as closely as a squiggle. */
const MODELS_MS = 500;

export interface ScanSession {
  readonly opened: (unitUri: string) => void;
  readonly closed: (unitUri: string) => void;
  /** False: the scan knows nothing of these texts. */
  readonly judged: (judged: readonly Judged[]) => boolean;
  readonly searched: WorkspaceScan['searched'];
  readonly readAgain: WorkspaceScan['readAgain'];
  readonly changedOnDisk: (events: readonly FileEvent[]) => void;
  /** What all judgements depend on has changed: a workspace that was scanned is scanned anew. */
  readonly again: () => void;
}

/** The scan as the client sees it: its request, its progress, and what becomes of its result afterwards. */
export function wireScan(
  connection: Connection,
  door: Door,
  capabilities: ClientCapabilities,
  needs: ScanNeeds,
): ScanSession {
  const scan = createWorkspaceScan(needs);
  let watching = false;

  const tellModels = debounce(
    () =>
      door.start('models', async () => {
        const models = await scan.models();
        if (models) await connection.sendNotification(methods.models, models);
      }),
    MODELS_MS,
  );
  const tell = (changed: boolean): void => {
    if (changed) tellModels.schedule('models');
  };
  const rerun = debounce(
    () =>
      door.start('scan again', async () => {
        if (!(await scan.models())) return;
        await scan.run(() => {}, new AbortController().signal);
        tell(true);
      }),
    MODELS_MS,
  );

  async function watch(): Promise<void> {
    if (watching || capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    watching = true;
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: FILE_GLOBS.map(globPattern => ({ globPattern })),
    });
  }

  connection.onRequest(
    methods.scan,
    door.guard('scan', emptyModels, async (message: unknown, cancellation: CancellationToken): Promise<Models> => {
      const params = parseMessage(ScanParams, message);
      if (!params) throw new Error('the request is not what the protocol says');
      const control = new AbortController();
      cancellation.onCancellationRequested(() => control.abort());
      await watch();
      const progress = (soFar: Omit<ScanProgress, 'token'>): void =>
        door.start('progress', () =>
          connection.sendNotification(methods.scanProgress, { token: params.token, ...soFar } satisfies ScanProgress),
        );
      const models = await scan.run(progress, control.signal);
      const { files, findings, complete } = models;
      connection.console.info(
        `Scanned ${files} files: ${findings} findings, ${models.models.length} models${complete ? '' : '; not all files were read'}.`,
      );
      return models;
    }),
  );
  connection.onNotification(methods.clearScan, () => scan.clear());

  return {
    opened: scan.opened,
    searched: scan.searched,
    readAgain: scan.readAgain,
    changedOnDisk: events => door.start('changed files', async () => tell(await scan.changedOnDisk(events))),
    closed: uri => door.start('closed file', async () => tell(await scan.closed(uri))),
    judged(judged) {
      const changed = scan.judged(judged);
      tell(changed);
      return changed;
    },
    again: () => rerun.schedule('scan'),
  };
}
