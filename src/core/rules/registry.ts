import { alreadyDownloaded } from './alreadyDownloaded.ts';
import { blockedByPolicy } from './blockedByPolicy.ts';
import { configRunsCode } from './configRunsCode.ts';
import { hubScanFlagged } from './hubScanFlagged.ts';
import { idCase } from './idCase.ts';
import { knownMalicious } from './knownMalicious.ts';
import { launcherFiles } from './launcherFiles.ts';
import { leakedToken } from './leakedToken.ts';
import { legacyId } from './legacyId.ts';
import { loaderInstructions } from './loaderInstructions.ts';
import { localPathFallthrough } from './localPathFallthrough.ts';
import { lookalikeName } from './lookalikeName.ts';
import { lookalikePublisher } from './lookalikePublisher.ts';
import { maliciousScript } from './maliciousScript.ts';
import { missingNamespace } from './missingNamespace.ts';
import { missingRepo } from './missingRepo.ts';
import { movedRepo } from './movedRepo.ts';
import { movingRevision } from './movingRevision.ts';
import { nonAsciiId } from './nonAsciiId.ts';
import { outsideDownload } from './outsideDownload.ts';
import { pasteToRun } from './pasteToRun.ts';
import { pipeToShell } from './pipeToShell.ts';
import { privilegedInstructions } from './privilegedInstructions.ts';
import { rebornRepo } from './rebornRepo.ts';
import { remoteCode } from './remoteCode.ts';
import type { Rule } from './rule.ts';
import { sameName } from './sameName.ts';
import { unknownPublisher } from './unknownPublisher.ts';
import { unknownSuppression } from './unknownSuppression.ts';
import { unpinnedRevision } from './unpinnedRevision.ts';
import { unsafeLoad } from './unsafeLoad.ts';
import { velocity } from './velocity.ts';
import { youngPublisher } from './youngPublisher.ts';

/** Every rule, in the order of the documentation. A new rule is a file beside this one, a line here and a fixture. */
export const rules: readonly Rule[] = [
  knownMalicious,
  blockedByPolicy,
  nonAsciiId,
  lookalikePublisher,
  lookalikeName,
  sameName,
  missingNamespace,
  legacyId,
  idCase,
  missingRepo,
  movedRepo,
  rebornRepo,
  localPathFallthrough,
  youngPublisher,
  unknownPublisher,
  loaderInstructions,
  privilegedInstructions,
  pipeToShell,
  pasteToRun,
  outsideDownload,
  launcherFiles,
  maliciousScript,
  hubScanFlagged,
  configRunsCode,
  remoteCode,
  unpinnedRevision,
  movingRevision,
  unsafeLoad,
  leakedToken,
  velocity,
  alreadyDownloaded,
  unknownSuppression,
];

export const ruleIds: ReadonlySet<string> = new Set(rules.map(rule => rule.id));

export const ruleById = (id: string): Rule | undefined => rules.find(rule => rule.id === id);
