import { publisherHint } from './publisherHint.ts';
import type { Rule } from './rule.ts';

export const unknownPublisher: Rule = {
  id: 'unknown-publisher',
  title: 'Publisher without a history',
  depth: ['hub'],
  level: 'hint',
  asks: 'Has the publisher neither followers nor repos to speak of?',
  why: 'Most people on the Hub have no followers. It only counts together with something else.',
  advice: 'Look at who it is before you run code of theirs.',
  source: 'Thresholds with their source in `core/facts/standing.ts`; the age follows from the id of the account.',
  example: 'AutoModel.from_pretrained("new-account/model")',
  onReference: (reference, context) => publisherHint(reference, context, 'unknown', 'has no history to speak of'),
};
