import type { Facts } from '../facts/facts.ts';
import { isEstablished, standingOf } from '../facts/standing.ts';
import type { InstructionHazard } from '../hazard.ts';
import { readCardHazards } from '../instructions/readInstructionHazards.ts';
import type { Reference, RepoKind } from '../references/reference.ts';
import { cameLate } from './lateFile.ts';
import { ownerOf } from './publisherHint.ts';
import type { RuleContext, Signal } from './rule.ts';
import { atLeast, bySeverity } from './severity.ts';
import { WEIGHT } from './weights.ts';

/** A card is read once for all rules that ask, and for all references to its repo. */
const read = new WeakMap<Facts, readonly InstructionHazard[]>();

/** What the repo's own card tells its reader to do; nothing where the card was not to be had. */
export const cardHazards = (reference: Reference, { facts }: RuleContext): readonly InstructionHazard[] =>
  hazardsInCard(facts(reference), reference.kind);

export function hazardsInCard(known: Facts, of: RepoKind): readonly InstructionHazard[] {
  const before = read.get(known);
  if (before) return before;
  const { card, repo } = known;
  const library = repo.state === 'known' ? (repo.value.library ?? libraryTag(repo.value.tags)) : undefined;
  const kind = of === 'dataset' || of === 'space' ? of : 'model';
  const hazards =
    card.state === 'known' ? readCardHazards(card.value, { kind, ...(library !== undefined && { library }) }) : [];
  read.set(known, hazards);
  return hazards;
}

const libraryTag = (tags: readonly string[]) => ['gguf', 'transformers', 'diffusers'].find(tag => tags.includes(tag));

/**
 * The strongest of what a rule says of the card's instructions. A space is an application: how it is started is its own
 * affair, but a young account's must not have its visitor run a stranger's script (`inSpaces`). An established publisher's card is information where enough people read it to notice: they come for the program.
 */
export function ofCard(
  reference: Reference,
  context: RuleContext,
  judge: (hazard: InstructionHazard) => Signal | undefined,
  {
    calmFor = 'nobody',
    inSpaces = false,
  }: { readonly calmFor?: 'nobody' | 'established'; readonly inSpaces?: boolean } = {},
): Signal | undefined {
  const hazards = cardHazards(reference, context);
  if (hazards.length === 0) return undefined;
  const standing = standingOf(context.facts(reference), ownerOf(reference, context), context.names);
  if (reference.kind === 'space' && !(inSpaces && standing.level === 'young')) return undefined;
  const strongest = hazards
    .flatMap(hazard => judge(hazard) ?? [])
    .sort((a, b) => bySeverity(a.severity, b.severity))[0];
  if (!strongest) return undefined;
  const calm =
    calmFor === 'established' &&
    atLeast(strongest.severity, 'warning') &&
    isEstablished(standing) &&
    standing.hasAudience &&
    !cardCameLate(context.facts(reference));
  const severity = calm ? 'information' : strongest.severity;
  return {
    severity,
    message: `The card of \`${reference.id}\`: ${strongest.message}`,
    weight: WEIGHT[severity],
    source: cardSource(context.facts(reference)),
  };
}

/** An audience has not read what was written since yesterday. */
const cardCameLate = (facts: Facts): boolean => {
  const card = facts.files.state === 'known' && facts.files.value.find(({ path }) => path === 'README.md');
  return card ? cameLate(card, facts) !== undefined : false;
};

const cardSource = ({ card }: Facts): string => (card.state === 'known' ? `card at ${card.source.host}` : 'card');
