import { nearest } from '../text/like.ts';
import type { Rule } from './rule.ts';

export const unknownSuppression: Rule = {
  id: 'unknown-suppression',
  title: 'Suppression of a rule that does not exist',
  depth: ['local'],
  level: 'warning',
  asks: 'Does a `model-trust: ignore[…]` comment name a rule that does not exist?',
  why: 'A misspelt suppression silences nothing, and its reader believes that it does.',
  advice: 'Name the rule as `model-trust rules` lists it.',
  source: 'The rules of this version.',
  example: '# model-trust: ignore[lookalike-publischer]',
  onSuppression({ id, span }, { ruleIds }) {
    if (ruleIds.has(id)) return undefined;
    if (id === '') {
      const message = 'This comment names no rule, so it silences nothing. Write `ignore[rule]`.';
      return { severity: 'warning', message, weight: 0 };
    }
    const meant = nearest(id, ruleIds);
    return {
      severity: 'warning',
      message: `There is no rule \`${id}\`, so this comment silences nothing.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
      weight: 0,
      fixes: meant ? [{ title: `Write ${meant}`, edits: [{ span, newText: meant }], preferred: true }] : [],
    };
  },
};
