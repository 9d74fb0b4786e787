import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Engine, JudgeOptions } from '../core/engine.ts';
import { InitializationOptions, parseMessage } from '../protocol.ts';
import { debounce } from './debounce.ts';
import type { Door } from './door.ts';
import { verdictHints, verdictLenses } from './features/verdictMarks.ts';
import type { Live } from './live.ts';
import type { Settings } from './settings.ts';

export interface MarkNeeds {
  readonly live: Live;
  readonly engine: () => Promise<Engine | undefined>;
  readonly settings: (uri: string) => Promise<Settings>;
  readonly known: Pick<JudgeOptions, 'facts' | 'decision'>;
}

export interface MarkSession {
  /** Verdicts may be others than the editor was told. */
  readonly stale: () => void;
  /** The user may have switched them on, or off. */
  readonly changed: () => void;
}

/** A lens leads to the report, so that editors without one get none. */
export const markCapabilities = ({ capabilities, initializationOptions }: InitializeParams): ServerCapabilities => ({
  ...(capabilities.textDocument?.codeLens &&
    parseMessage(InitializationOptions, initializationOptions ?? {})?.openReport && { codeLensProvider: {} }),
  ...(capabilities.textDocument?.inlayHint && { inlayHintProvider: true }),
});

/** An editor asks for all marks anew; that may wait until a burst of answers is over. */
const REFRESH_MS = 300;

/** The verdicts beside the ids, which the user may switch on. */
export function answerMarks(
  connection: Connection,
  door: Door,
  { textDocument, workspace }: ClientCapabilities,
  needs: MarkNeeds,
): MarkSession {
  const { live, engine, settings, known } = needs;
  let shown = false;

  async function ground(uri: string, setting: 'codeLens' | 'inlayVerdicts') {
    if (!(await settings(uri))[setting]) return undefined;
    shown = true;
    const [judged, loaded] = await Promise.all([live.fresh(uri), engine()]);
    return judged && loaded && { judged, loaded };
  }

  if (textDocument?.codeLens) {
    connection.onCodeLens(
      door.guard('code lens', [], async ({ textDocument: { uri } }) => {
        const on = await ground(uri, 'codeLens');
        return on ? verdictLenses(on.judged, on.loaded, known) : [];
      }),
    );
  }
  if (textDocument?.inlayHint) {
    connection.languages.inlayHint.on(
      door.guard('inlay hints', [], async ({ textDocument: { uri }, range }) => {
        const on = await ground(uri, 'inlayVerdicts');
        const lines = { from: range.start.line, to: range.end.line };
        return on ? verdictHints(on.judged, on.loaded, known, lines) : [];
      }),
    );
  }
  const refresh = debounce(
    () =>
      door.start('refresh', async () => {
        if (workspace?.codeLens?.refreshSupport) await connection.sendRequest(CodeLensRefreshRequest.type);
        if (workspace?.inlayHint?.refreshSupport) await connection.languages.inlayHint.refresh();
      }),
    REFRESH_MS,
  );
  return {
    stale() {
      if (shown) refresh.schedule('marks');
    },
    changed: () => refresh.schedule('marks'),
  };
}
