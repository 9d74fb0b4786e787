import type { InstructionHazard } from '../hazard.ts';
import type { Signal } from './rule.ts';
import type { Severity } from './severity.ts';
import { WEIGHT } from './weights.ts';

/**
 * The signal of an instruction: `usual` when the text tells its reader to do it, a hint when it merely mentions it or
 * something speaks for it. `says` finishes the sentence "“evidence” …"; `advice` is a sentence of its own.
 */
export function scaled(hazard: InstructionHazard, usual: Severity, says: string, advice: string): Signal {
  const weak = hazard.told === 'mention' || hazard.mitigated !== undefined;
  const severity = weak ? 'hint' : usual;
  const because = hazard.mitigated ? ` (${hazard.mitigated})` : hazard.aggravated ? `, and ${hazard.aggravated}` : '';
  return {
    severity,
    message: `“${shortened(hazard.evidence)}” ${says}${because}. ${advice}`,
    weight: WEIGHT[severity],
  };
}

/** Evidence in a message is a quotation, not the whole text. */
export function shortened(evidence: string, limit = 80): string {
  const line = evidence.replace(/\s+/g, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1)}…`;
}
