import type { Hazard, ScriptHazard } from '../hazard.ts';
import { judgeScript } from '../instructions/scripts/judgeScript.ts';
import { shortened } from './instructionSeverity.ts';
import type { Rule } from './rule.ts';
import type { Severity } from './severity.ts';
import { WEIGHT } from './weights.ts';

export const maliciousScript: Rule = {
  id: 'malicious-script',
  title: 'A script that does what no loader needs',
  depth: ['local', 'deep'],
  level: 'warning',
  varies: 'error where its lines together are what only malware does, information where they are merely odd',
  asks: 'Does a script in the workspace switch TLS off, hide an address, fetch and run, or blind the antivirus?',
  why: 'The scripts of May 2026 decoded an address, fetched a command from it and ran that in a hidden PowerShell. One such line may have a reason; together they have none. Each line is marked as evidence.',
  advice:
    'Do not run it. If it ran, treat the machine as compromised: isolate it, end your sessions from another device, then change what it could reach.',
  source:
    'The loaders of May 2026; combinations and thresholds in `instructions/scripts/judgeScript.ts`, each with its incident.',
  example: 'subprocess.run(["powershell", "-WindowStyle", "Hidden", "-Command", order])',
  onHazard(hazard, { reading }) {
    if (hazard.type !== 'script') return undefined;
    const whole = scriptJudgement(reading.hazards);
    if (!whole) return undefined;
    const severity = hazard.strength > 1 ? whole.severity : 'hint';
    return {
      severity,
      message: `This line ${hazard.does} (\`${shortened(hazard.evidence, 60)}\`). The script as a whole ${whole.does}. ${ADVICE[whole.severity]}`,
      weight: WEIGHT[severity],
    };
  },
};

const ADVICE: Readonly<Record<Severity, string>> = {
  error: 'Do not run it.',
  warning: 'Do not run it before somebody has read it.',
  information: 'Read it before you run it.',
  hint: '',
};

export interface JudgedScript {
  readonly severity: Severity;
  /** Finishes the sentence "the script …". */
  readonly does: string;
}

/** What a script does as a whole, going by its lines; `undefined` where there is nothing to say. */
export function scriptJudgement(hazards: readonly Hazard[]): JudgedScript | undefined {
  const lines = hazards.filter((hazard): hazard is ScriptHazard => hazard.type === 'script');
  const { level, combination } = judgeScript(lines);
  if (level === 'none') return undefined;
  const strongest = lines.toSorted((a, b) => b.strength - a.strength || a.span.start - b.span.start);
  const does = combination.length > 0 ? combination : [...new Set(strongest.map(line => line.does))].slice(0, 3);
  return { severity: level, does: does.join('; it also ') };
}
