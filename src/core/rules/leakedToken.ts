import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';

export const leakedToken: Rule = {
  id: 'leaked-token',
  title: 'Hugging Face token in the file',
  depth: ['local'],
  level: 'error',
  asks: 'Is there an access token of the Hub in the text?',
  why: 'Whoever reads the file can act as you, and with a write token change your models. Tokens in code end up in histories, images and notebooks.',
  advice:
    'Invalidate the token in the settings of your account first, then take it out; read it from `HF_TOKEN` instead.',
  source: "The Hub's token format; Lasso found 1,681 valid ones in public code in December 2023.",
  example: 'login(token="hf_…")',
  onHazard(hazard) {
    if (hazard.type !== 'leaked-token') return undefined;
    return {
      severity: 'error',
      message: `A Hugging Face token (${hazard.evidence}) stands in the file. Invalidate it in your account's settings, then read it from HF_TOKEN instead.`,
      weight: WEIGHT.error,
    };
  },
};
