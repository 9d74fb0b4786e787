import { hasNoStanding, standingOf } from '../facts/standing.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';

/** Files that a machine starts by their names. */
export const LAUNCHER = /\.(?:bat|cmd|ps1|vbs|hta|pif|scr|lnk|msi|exe|apk|jar|command)$/i;
/** Programs as such, which no text editor shows. */
const PROGRAM = /\.(?:exe|msi|scr|lnk|apk|pif)$/i;

export const launcherFiles: Rule = {
  id: 'launcher-files',
  title: 'Programs and launchers beside the weights',
  depth: ['hub'],
  level: 'information',
  varies:
    'warning for programs (.exe, .msi, .apk, .lnk) of a young or unknown publisher; in a space, which is a program itself, for these alone',
  asks: 'Does a repo carry executables or launchers?',
  why: 'A library loads weights; it starts no `.bat`. Honest repos have launchers too, so the name of a file is no proof: what it does is.',
  advice: 'Do not start them. Load the model with its library.',
  source: 'Open-OSS, anthfu, js-logger and TrustBastion, beside honest `webui-user.bat` and `start.bat`.',
  example: 'AutoModel.from_pretrained("org/model-with-start-bat")',
  onReference(reference, context) {
    const facts = context.facts(reference);
    if (facts.files.state !== 'known') return undefined;
    // A space runs on the Hub's own Linux: it has no use for what only its visitors' machines could start.
    const looked = reference.kind === 'space' ? PROGRAM : LAUNCHER;
    const found = facts.files.value.filter(({ path }) => looked.test(path)).map(({ path }) => path);
    if (found.length === 0) return undefined;
    const strange =
      found.some(path => PROGRAM.test(path)) &&
      hasNoStanding(standingOf(facts, ownerOf(reference, context), context.names));
    const severity = strange ? 'warning' : 'information';
    const named = found
      .slice(0, 3)
      .map(path => `\`${path}\``)
      .join(', ');
    return {
      severity,
      message: `\`${reference.id}\` carries ${named}${found.length > 3 ? ` and ${found.length - 3} more` : ''}, which loading it does not need. Do not start ${found.length > 1 ? 'them' : 'it'}.`,
      weight: WEIGHT[severity],
      source: facts.files.source.host,
    };
  },
};
