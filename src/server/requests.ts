import type { Connection } from 'vscode-languageserver';
import type { Engine } from '../core/engine.ts';
import type { HoverStyle } from '../core/reports/hover.ts';
import type { Door } from './door.ts';
import { type ActionStyle, codeActions } from './features/codeActions.ts';
import { hoverOf } from './features/hover.ts';
import { ignoreHereIn } from './features/ignoreHere.ts';
import type { Live } from './live.ts';
import type { OpenTexts } from './openTexts.ts';

export interface RequestNeeds {
  readonly live: Live;
  readonly texts: OpenTexts;
  readonly engine: () => Promise<Engine | undefined>;
  readonly hoverStyle: HoverStyle;
  readonly actionStyle: () => ActionStyle;
}

/** Answers what the editor asks about an open text: always about the text as it is now. */
export function answerRequests(connection: Connection, door: Door, needs: RequestNeeds): void {
  const { live, texts, engine } = needs;
  connection.onHover(
    door.guard('hover', null, async ({ textDocument, position }) => {
      const [judged, loaded] = await Promise.all([live.fresh(textDocument.uri), engine()]);
      return judged && loaded ? hoverOf(judged, position, loaded, needs.hoverStyle) : null;
    }),
  );
  connection.onCodeAction(
    door.guard('code actions', [], async params => {
      const { uri } = params.textDocument;
      const judged = await live.fresh(uri);
      const ignoreHere = judged ? ignoreHereIn(judged) : () => undefined;
      return codeActions(params, texts.text(uri)?.version, needs.actionStyle(), ignoreHere);
    }),
  );
}
