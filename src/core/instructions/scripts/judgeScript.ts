import type { ScriptHazard } from '../../hazard.ts';
import { BEHAVIOURS } from './behaviours.ts';

/** How bad a whole script is. `none`: nothing to say. The others are the reader's next action, as severities are. */
export type ScriptLevel = 'none' | 'information' | 'warning' | 'error';

export interface ScriptJudgement {
  readonly level: ScriptLevel;
  /** The strongest line of each behaviour, added up: the same behaviour twice says it once. */
  readonly strength: number;
  /** The combinations that hold, in words that follow "it". */
  readonly combination: readonly string[];
}

interface Combination {
  /** One of each set must be there, in the strength of its own row: a weakened line does not count. */
  readonly all: readonly (readonly string[])[];
  readonly level: ScriptLevel;
  readonly means: string;
  readonly because: string;
}

const RUNS = ['fetch-and-run', 'download-and-run', 'decoded-code', 'hidden-powershell'] as const;
const HIDES = ['hidden-dead-drop', 'decoded-address', 'disguised-address'] as const;

/** What only malware does together. Each row was seen in an incident, or is one step away from it. */
const COMBINATIONS: readonly Combination[] = [
  {
    all: [HIDES, RUNS],
    level: 'error',
    means: 'hides where it downloads from and runs what it gets',
    because: 'Open-OSS/privacy-filter and anthfu/*, May 2026',
  },
  {
    all: [['dead-drop'], ['fetch-and-run', 'decoded-code', 'hidden-powershell']],
    level: 'error',
    means: 'runs what a paste page says',
    because: 'the page can change with no commit',
  },
  {
    all: [['tls-off'], ['fetch-and-run']],
    level: 'error',
    means: 'runs fetched text without checking who sent it',
    because: 'Open-OSS; honest code that fetches code checks the certificate',
  },
  {
    all: [
      ['defender-exclusion', 'protection-off'],
      [...RUNS, 'elevation', 'vendor-task', 'scheduled-task'],
    ],
    level: 'error',
    means: 'blinds the antivirus and then runs something',
    because: 'Open-OSS stage 2',
  },
  {
    all: [['hidden-powershell'], ['vendor-task', 'starts-at-login', 'download-and-run']],
    level: 'error',
    means: 'works hidden and stays',
    because: 'Open-OSS stages 1 and 2',
  },
  {
    all: [['stolen-data'], ['sends-environment', 'blinds-defences', 'checks-for-analysis', ...RUNS]],
    level: 'error',
    means: 'reads secrets and hides',
    because: 'the payload of May 2026',
  },
  {
    all: [['locked-archive'], ['download-and-run']],
    level: 'error',
    means: 'unpacks a locked archive and runs what is inside',
    because: 'ClawHub skill campaigns, 2026',
  },
];

/**
 * Sums for scripts without a combination. One line of strength 1 is everyday code; several of them are still a
 * setup script. From 3 on somebody should read it; from 5 on two rare things stand together.
 */
const INFORMATION_FROM = 3;
const WARNING_FROM = 5;
/** A behaviour that hardly any honest script shows is worth a warning by itself. */
const WARNS_ALONE: ReadonlySet<string> = new Set([
  'fetch-and-run',
  'hidden-dead-drop',
  'hidden-powershell',
  'defender-exclusion',
  'protection-off',
  'vendor-task',
  'decoded-code',
  'reverse-shell',
  'nested-beyond-reading',
  'injects-code',
  'blinds-defences',
  'sends-environment',
  'phishes-password',
]);

/** Weighs the hazards of one script together: one weak line is nothing, some combinations are only ever malware. */
export function judgeScript(hazards: readonly ScriptHazard[]): ScriptJudgement {
  const strongest = new Map<string, number>();
  for (const { behaviour, strength } of hazards)
    strongest.set(behaviour, Math.max(strongest.get(behaviour) ?? 0, strength));
  const strength = [...strongest.values()].reduce((sum, value) => sum + value, 0);
  const holding = COMBINATIONS.filter(({ all }) =>
    all.every(set => set.some(behaviour => holds(behaviour, strongest))),
  );
  const warnsAlone = [...strongest].some(([behaviour, value]) => value === 3 && WARNS_ALONE.has(behaviour));
  const level: ScriptLevel =
    holding.length > 0
      ? 'error'
      : warnsAlone || strength >= WARNING_FROM
        ? 'warning'
        : strength >= INFORMATION_FROM
          ? 'information'
          : 'none';
  return { level, strength, combination: holding.map(({ means }) => means) };
}

const holds = (behaviour: string, strongest: ReadonlyMap<string, number>): boolean => {
  const row = (BEHAVIOURS as Readonly<Record<string, { readonly strength: number } | undefined>>)[behaviour];
  return row !== undefined && (strongest.get(behaviour) ?? 0) >= row.strength;
};
