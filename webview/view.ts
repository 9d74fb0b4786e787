import type { FromPanel, PanelState } from '../src/panelProtocol.ts';

export type Report = NonNullable<PanelState['report']>;

/** What drawing needs: what is to be seen, whom to tell what the user does, and how wide a picture may be. */
export interface View {
  readonly report: Report;
  readonly send: (message: FromPanel) => void;
  readonly width: number;
}
