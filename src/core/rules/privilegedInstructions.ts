import { ofCard } from './cardHazards.ts';
import { scaled } from './instructionSeverity.ts';
import type { Rule } from './rule.ts';

export const privilegedInstructions: Rule = {
  id: 'privileged-instructions',
  title: 'Told to lower the guard',
  depth: ['local', 'hub'],
  level: 'warning',
  varies: 'hint for a mere mention or a troubleshooting note',
  asks: 'Does the text say to run as administrator, to switch security off, or to lift a quarantine?',
  why: 'No model needs administrator rights, a disabled antivirus or an execution policy that is bypassed. What asks for them wants to do what those guards prevent.',
  advice: 'Do not do it. Ask the publisher why it should be needed.',
  source: 'The stages of the campaign of May 2026 and of fake installers since 2024.',
  example: 'Disable your antivirus and run the installer as administrator.',
  onReference: (reference, context) =>
    ofCard(reference, context, hazard => privilegedInstructions.onHazard?.(hazard, context)),
  onHazard(hazard) {
    if (hazard.type !== 'instruction') return undefined;
    if (hazard.family === 'privilege') {
      return scaled(hazard, 'warning', 'asks for administrator rights', 'Loading a model needs none.');
    }
    if (hazard.family === 'security-off') {
      return scaled(
        hazard,
        'warning',
        'switches a protection of the machine off',
        'Loading a model needs none of that.',
      );
    }
    return undefined;
  },
};
