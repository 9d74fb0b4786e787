import { type StandingLevel, standingOf } from '../facts/standing.ts';
import type { Reference } from '../references/reference.ts';
import type { RuleContext, Signal } from './rule.ts';
import { WEIGHT } from './weights.ts';
import { publisherOf } from './words.ts';

/** Who owns what the id leads to: after a move that is the new owner. */
export function ownerOf(reference: Reference, { facts }: RuleContext): string {
  const { repo } = facts(reference);
  return publisherOf(repo.state === 'known' ? repo.value.id : reference.id);
}

/** A hint with the numbers where the publisher has this standing. */
export function publisherHint(
  reference: Reference,
  context: RuleContext,
  level: StandingLevel,
  says: string,
): Signal | undefined {
  const facts = context.facts(reference);
  if (facts.publisher.state !== 'known') return undefined;
  const owner = ownerOf(reference, context);
  const standing = standingOf(facts, owner, context.names);
  if (standing.level !== level) return undefined;
  return {
    severity: 'hint',
    message: `The publisher \`${owner}\` ${says} (${standing.numbers}). That alone says little.`,
    weight: WEIGHT.hint,
    source: facts.publisher.source.host,
  };
}
