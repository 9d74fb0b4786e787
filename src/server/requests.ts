import type { Connection } from 'vscode-languageserver';
import type { Engine } from '../core/engine.ts';
import type { HoverStyle } from '../core/reports/hover.ts';
import { nothingLookedUp } from '../core/reports/hubLines.ts';
import type { Decide } from '../core/rules/decision.ts';
import type { Door } from './door.ts';
import { type ActionStyle, codeActions } from './features/codeActions.ts';
import { hoverOf, referenceAt } from './features/hover.ts';
import { knowledgeFor } from './features/hubKnowledge.ts';
import { ignoringIn } from './features/ignoreHere.ts';
import { barredIn, pinActions } from './features/pins.ts';
import type { Judged } from './judging.ts';
import type { Live } from './live.ts';
import type { LookUpSession } from './lookUpSession.ts';
import type { OpenTexts } from './openTexts.ts';

export interface RequestNeeds {
  readonly live: Live;
  readonly texts: OpenTexts;
  readonly engine: () => Promise<Engine | undefined>;
  readonly hub: LookUpSession;
  readonly decision: Decide;
  readonly hoverStyle: HoverStyle;
  readonly actionStyle: () => ActionStyle;
}

/** Answers what the editor asks about an open text: always about the text as it is now. */
export function answerRequests(connection: Connection, door: Door, needs: RequestNeeds): void {
  const { live, texts, engine, hub } = needs;

  async function judgedAgain(uri: string): Promise<Judged | undefined> {
    const unit = texts.unit(uri);
    if (unit) await live.again(unit.uri);
    return live.fresh(uri);
  }

  connection.onHover(
    door.guard('hover', null, async ({ textDocument, position }) => {
      const [judged, loaded] = await Promise.all([live.fresh(textDocument.uri), engine()]);
      if (!judged || !loaded) return null;
      const reference = referenceAt(judged, position);
      const known = reference ? await knowledgeFor(reference, hub) : nothingLookedUp;
      // What came while the card waited speaks in its findings too.
      const latest = reference ? await judgedAgain(textDocument.uri) : judged;
      return latest ? hoverOf(latest, position, loaded, needs.hoverStyle, () => known, needs.decision) : null;
    }),
  );
  connection.onCodeAction(
    door.guard('code actions', [], async params => {
      const { uri } = params.textDocument;
      const [judged, loaded] = await Promise.all([live.fresh(uri), engine()]);
      const ignoring = judged ? ignoringIn(judged) : undefined;
      const style = needs.actionStyle();
      // What is at hand needs no network; a pin may.
      const known = { facts: hub.lookUps.facts, decision: needs.decision };
      const pins =
        judged && loaded ? await pinActions(params, judged, style, hub, barredIn(judged, loaded, known)) : [];
      const version = texts.text(uri)?.version;
      const pinned = judged?.version === version ? pins : [];
      return codeActions(params, version, style, ignoring, pinned);
    }),
  );
}
