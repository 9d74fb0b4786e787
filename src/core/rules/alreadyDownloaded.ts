import type { Rule } from './rule.ts';
import { atLeast } from './severity.ts';

export const alreadyDownloaded: Rule = {
  id: 'already-downloaded',
  title: "In this machine's cache",
  depth: ['local'],
  level: 'information',
  varies: 'it adds a sentence to the findings of others and raises none of its own',
  asks: "Is a flagged repo already in this machine's Hugging Face cache?",
  why: 'What to do next depends on whether the files are here, and on whether their code could have run.',
  advice: 'Delete the cached copy. If its code or a launcher could have run, follow what the finding says.',
  source: 'The cache layout of huggingface_hub: `models--ORG--NAME`.',
  example: '~/.cache/huggingface/hub/models--Open-OSS--privacy-filter',
  onSignals(reference, signals, { surroundings }) {
    if (!signals.some(signal => atLeast(signal.severity, 'warning'))) return undefined;
    const where = surroundings.downloaded(reference);
    return where && `It is already in this machine's cache: ${where}.`;
  },
};
