import type { Facts } from '../facts/facts.ts';
import type { FileFacts } from '../facts/fileFacts.ts';
import { duration, hasNoStanding, isEstablished, standingOf } from '../facts/standing.ts';
import type { InstructionHazard } from '../hazard.ts';
import type { Reference } from '../references/reference.ts';
import { cardHazards, ofCard } from './cardHazards.ts';
import { cameLate } from './lateFile.ts';
import { scriptJudgement } from './maliciousScript.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule, RuleContext, Signal } from './rule.ts';
import { WEIGHT } from './weights.ts';

export const loaderInstructions: Rule = {
  id: 'loader-instructions',
  title: 'Told to run a launcher',
  depth: ['local', 'hub'],
  level: 'information',
  varies:
    'warning where the library needs no such script, for what came long after the weights, and for what an unknown publisher carries; error where the script is here and does harm, hint where nothing says that a model is meant',
  asks: 'Does the README, or the model card, say to run a script?',
  why: 'Models are loaded by a library call. In May 2026 a copied card told its readers to run `start.bat` or `python loader.py`; the weights were harmless and the script was not. Applications have launchers too, so the context decides.',
  advice: 'Load the model with its library. Read the script before you run it.',
  source: 'The campaign of May 2026 and the honest launchers collected beside it.',
  example: 'Run `start.bat` (Windows) or `python loader.py` (Linux) to set up the model.',
  onReference: (reference, context) =>
    lateLauncher(reference, context) ??
    ofCard(reference, context, hazard => launcherOfCard(hazard, reference, context), { calmFor: 'established' }),
  onHazard(hazard, context) {
    if (hazard.type !== 'instruction' || hazard.family !== 'launcher' || hazard.told === 'mention') return undefined;
    if (hazard.mitigated) return undefined;
    return ofItsScript(hazard, context) ?? ofItsContext(hazard);
  },
};

/** The script itself is beside the document: what it does outweighs every word about it. */
function ofItsScript(hazard: InstructionHazard, { surroundings }: RuleContext): Signal | undefined {
  const script = hazard.file && surroundings.script(hazard.file);
  const judged = script && scriptJudgement(script);
  if (!judged || judged.severity === 'hint') return undefined;
  return {
    severity: judged.severity === 'information' ? 'warning' : 'error',
    message: `This tells its reader to run \`${hazard.file}\`, and that script ${judged.does}. Do not run it.`,
    weight: WEIGHT.error,
  };
}

function ofItsContext(hazard: InstructionHazard): Signal {
  const told = `This tells its reader to ${hazard.pattern === 'install-package' ? 'install' : 'run'} \`${hazard.file ?? hazard.evidence}\``;
  if (hazard.aggravated) {
    return {
      severity: 'warning',
      message: `${told}, and ${hazard.aggravated}. Read the script before you run it.`,
      weight: WEIGHT.warning,
    };
  }
  return {
    severity: 'hint',
    message: `${told}. Applications do that; a model needs no launcher.`,
    weight: WEIGHT.hint,
  };
}

/** Groups of researchers call so what makes the tables of their paper; whoever has a history is believed that. */
const REPRODUCES = /(?:^|\/)run\.(?:sh|py)$/i;

/** The file of the repo that is meant: its path, or the end of it, since a card says `cd model` before. */
const carriedFile = ({ file }: InstructionHazard, { files }: Facts): FileFacts | undefined =>
  file !== undefined && files.state === 'known'
    ? files.value.find(({ path }) => path === file || path.endsWith(`/${file}`) || file.endsWith(`/${path}`))
    : undefined;

/**
 * A model that was loaded for months without a launcher needs none today: so an account looks that somebody else has taken
 * over, however good its name.
 */
function lateLauncher(reference: Reference, context: RuleContext): Signal | undefined {
  const facts = context.facts(reference);
  if (reference.kind === 'space') return undefined;
  for (const hazard of cardHazards(reference, context)) {
    if (hazard.family !== 'launcher' || hazard.told === 'mention' || hazard.mitigated) continue;
    const file = carriedFile(hazard, facts);
    const late = file && !REPRODUCES.test(file.path) ? cameLate(file, facts) : undefined;
    if (!late) continue;
    return {
      severity: 'warning',
      message: `The card of \`${reference.id}\` tells its reader to run \`${hazard.file}\`, which was put there ${duration(late.age)} ago, while the weights beside it have rested for ${duration(late.rested)}. A model that did without it needs no launcher now. Ask its publisher before you run it.`,
      weight: WEIGHT.warning,
      source: late.host,
    };
  }
  return undefined;
}

/** Nobody vouches for the publisher, and the launcher that the card speaks of lies in the repo itself: that is the campaign's shape. */
function launcherOfCard(hazard: InstructionHazard, reference: Reference, context: RuleContext): Signal | undefined {
  if (hazard.family !== 'launcher' || hazard.told === 'mention' || hazard.mitigated) return undefined;
  const facts = context.facts(reference);
  const { file } = hazard;
  const carried = carriedFile(hazard, facts) !== undefined;
  // What the reader has built or fetched elsewhere is nothing of this repo.
  if (!carried && (hazard.pattern === 'run-program' || hazard.pattern === 'install-package')) return undefined;
  const standing = standingOf(facts, ownerOf(reference, context), context.names);
  // Wheels are handed out by many who have no name, and spaCy packs its models so; of an account of days they are a launcher.
  const isSpacy = facts.repo.state === 'known' && facts.repo.value.library === 'spacy';
  const strange =
    hazard.pattern === 'install-package' ? standing.level === 'young' && !isSpacy : hasNoStanding(standing);
  if (isEstablished(standing) && file !== undefined && REPRODUCES.test(file)) {
    const { aggravated: _, ...plain } = hazard;
    return ofItsContext(plain);
  }
  if (hazard.aggravated === undefined && carried && standing.level === 'unknown' && isPack(facts))
    return { ...ofItsContext(hazard), severity: 'information', weight: WEIGHT.information };
  if (hazard.aggravated === undefined && carried && strange)
    return ofItsContext({ ...hazard, aggravated: 'the repo of an unknown publisher carries that file' });
  return ofItsContext(hazard);
}

/** A pack of programs, by an account of some months: it names no library, no task and no base, and brings archives. */
function isPack({ repo, files }: Facts): boolean {
  if (repo.state !== 'known' || files.state !== 'known') return false;
  const { library, pipeline, baseModels } = repo.value;
  const isModel = library !== undefined || pipeline !== undefined || baseModels.length > 0;
  return !isModel && files.value.some(({ path }) => /\.(?:7z|zip|rar|tar|tgz|gz)(?:\.\d{3})?$/i.test(path));
}

/** Does the card tell its reader to run a launcher that the model does not need, or that its repo carries? */
export const cardLauncher = (reference: Reference, context: RuleContext): InstructionHazard | undefined =>
  reference.kind === 'space'
    ? undefined
    : cardHazards(reference, context).find(hazard => {
        const signal = launcherOfCard(hazard, reference, context);
        return signal !== undefined && signal.severity !== 'hint';
      });
