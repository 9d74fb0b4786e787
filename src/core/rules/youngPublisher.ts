import { publisherHint } from './publisherHint.ts';
import type { Rule } from './rule.ts';

export const youngPublisher: Rule = {
  id: 'young-publisher',
  title: 'Young account',
  depth: ['hub'],
  level: 'hint',
  asks: 'Was the account of the publisher made in the last 30 days?',
  why: 'Impersonators register an account and are gone in weeks; so do students with their first model begin. It only counts together with something else.',
  advice: 'Look at who it is before you run code of theirs.',
  source: 'Thresholds with their source in `core/facts/standing.ts`; the age follows from the id of the account.',
  example: 'AutoModel.from_pretrained("new-account/model")',
  onReference: (reference, context) => publisherHint(reference, context, 'young', 'is new on the Hub'),
};
