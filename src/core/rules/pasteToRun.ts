import { ofCard } from './cardHazards.ts';
import { scaled } from './instructionSeverity.ts';
import type { Rule } from './rule.ts';

export const pasteToRun: Rule = {
  id: 'paste-to-run',
  title: 'Paste this into the Run box',
  depth: ['local', 'hub'],
  level: 'error',
  asks: 'Does the text tell its reader to open a run box or a terminal by keys and to paste into it?',
  why: 'Known as ClickFix: keys instead of commands, so that the reader does not see that a program is started. No honest setup is told that way.',
  advice: 'Do not do it. If you did, treat the machine as compromised.',
  source: 'ClickFix lures of 2024 to 2026.',
  example: 'Press Win+R, paste the text and press Enter.',
  onReference: (reference, context) =>
    ofCard(reference, context, hazard => pasteToRun.onHazard?.(hazard, context), { inSpaces: true }),
  onHazard: hazard =>
    hazard.type === 'instruction' && hazard.family === 'paste-to-run'
      ? scaled(hazard, 'error', 'makes its reader start a program unseen', 'Do not do it.')
      : undefined,
};
