import type { Rule } from './rule.ts';

export const localPathFallthrough: Rule = {
  id: 'local-path-fallthrough',
  title: 'Missing folder is asked of the Hub',
  depth: ['local'],
  level: 'information',
  asks: 'Would a missing local folder be fetched from the Hub instead?',
  why: 'When the folder is not there, `from_pretrained("checkpoints/last")` asks the Hub for the repo `last` of the user `checkpoints`. Whoever registers that user decides what you load.',
  advice: 'Write `./checkpoints/last`, or pass `local_files_only=True`.',
  source: 'Model Confusion, Checkmarx, January 2026.',
  example: 'AutoModel.from_pretrained("checkpoints/last")',
  onHazard(hazard, { surroundings }) {
    if (hazard.type !== 'local-path' || surroundings.exists(hazard.path)) return undefined;
    const owner = hazard.path.split('/')[0]!;
    return {
      severity: 'information',
      message: `If the folder \`${hazard.path}\` is missing, ${hazard.api} asks the Hub for a repo of the user \`${owner}\`. Write \`./${hazard.path}\` to mean the folder alone.`,
      weight: 0,
      fixes: [
        {
          title: `Use ./${hazard.path}`,
          edits: [{ span: { start: hazard.span.start, end: hazard.span.start }, newText: './' }],
          preferred: true,
        },
      ],
    };
  },
};
