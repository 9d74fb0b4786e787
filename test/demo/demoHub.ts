import type { Settings } from '../editor/profile.ts';
import { movedInTime } from '../hub/replay/movedInTime.ts';
import { type ReplayHub, startReplayHub } from '../hub/replay/replayHub.ts';

/** What the demo's files name: the afternoon when the fake stood first, told as if it were today. */
const SCENARIOS = ['demo'];

/** A Hub on this machine for the demo: a double of the real one, with its recorded facts and some invented ones. */
export const startDemoHub = (): Promise<ReplayHub> => startReplayHub({ scenarios: movedInTime(SCENARIOS, Date.now()) });

/** The settings of a machine whose user looks repos up there. */
export const machineSettings = (hub: ReplayHub): Settings => ({
  'modelTrust.lookUps': true,
  'modelTrust.hubUrl': hub.url,
});
