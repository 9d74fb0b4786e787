import { ofCard } from './cardHazards.ts';
import { scaled } from './instructionSeverity.ts';
import type { Rule } from './rule.ts';

/** How the instructions room marks what it knows by exact host and path. */
const OFFICIAL = 'an official installer';

/** Spaces are made of other people's applications, and bring their README along. */
const FORGE = /^https:\/\/(?:raw\.githubusercontent\.com|github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\//i;

export const pipeToShell: Rule = {
  id: 'pipe-to-shell',
  title: 'Downloaded text goes straight to a shell',
  depth: ['local', 'hub'],
  level: 'warning',
  varies: 'silent for official installers by exact host and path',
  asks: 'Does the text say to pipe a download into a shell, or to run an encoded command?',
  why: 'What runs is whatever the server sends at that moment, to you alone if it likes, and nobody has read it.',
  advice: 'Download the script, read it, then run it; or install by a package manager.',
  source:
    'Setup instructions of fake skills and model repos of 2026; official installers from the documentation of their makers.',
  example: 'iwr https://example.com/setup.ps1 | iex',
  onReference: (reference, context) =>
    ofCard(
      reference,
      context,
      hazard =>
        reference.kind === 'space' && FORGE.test(hazard.url ?? '')
          ? undefined
          : pipeToShell.onHazard?.(hazard, context),
      { calmFor: 'established', inSpaces: true },
    ),
  onHazard(hazard) {
    if (hazard.type !== 'instruction' || hazard.mitigated === OFFICIAL) return undefined;
    if (hazard.family === 'pipe-to-shell') {
      return scaled(hazard, 'warning', 'runs whatever the server sends at that moment', 'Read the script first.');
    }
    if (hazard.family === 'encoded-command') {
      return scaled(hazard, 'warning', 'hides what it runs', 'Decode it before you run it.');
    }
    return undefined;
  },
};
