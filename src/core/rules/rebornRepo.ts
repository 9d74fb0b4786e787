import { isEstablished, standingOf } from '../facts/standing.ts';
import type { Reference } from '../references/reference.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule, RuleContext, Signal } from './rule.ts';
import { WEIGHT } from './weights.ts';

const DAY = 86_400_000;
const day = (time: number) => new Date(time).toISOString().slice(0, 10);

export const rebornRepo: Rule = {
  id: 'reborn-repo',
  title: 'Made after this line was written',
  depth: ['hub'],
  level: 'warning',
  varies: 'information where an established account is older than the line: then its owner made the repo anew',
  asks: 'Was the repo created after this line of code was written, or its account after the name index that knows the publisher?',
  why: 'Then the line, or the good name, was meant for another of this name. Names of deleted repos and accounts can be registered again by anybody.',
  advice: 'Find out who owns the name today before you load from it.',
  source:
    'Model Namespace Reuse, Unit 42, September 2025; the age of the line comes from `git blame`, the publishers of old from the name index.',
  example: 'AutoModel.from_pretrained("acme-speech-labs/whisper-medical")  # written in 2023',
  onReference: (reference, context) => ofLine(reference, context) ?? ofAccount(reference, context),
};

function ofLine(reference: Reference, context: RuleContext): Signal | undefined {
  const written = context.surroundings.lineWrittenAt?.(reference);
  const facts = context.facts(reference);
  if (written === undefined || facts.repo.state !== 'known') return undefined;
  const { createdAt } = facts.repo.value;
  if (createdAt === undefined || createdAt - written < DAY) return undefined;
  const account = facts.publisher.state === 'known' ? facts.publisher.value.createdAt : undefined;
  const same =
    account !== undefined &&
    account < written &&
    isEstablished(standingOf(facts, ownerOf(reference, context), context.names));
  const severity = same ? 'information' : 'warning';
  return {
    severity,
    message: `This line was written on ${day(written)}, but \`${reference.id}\` was made on ${day(createdAt)}: the name was used again${same ? ' by the same account' : ''}. Find out who owns it today.`,
    weight: WEIGHT[severity],
    source: facts.repo.source.host,
  };
}

/** The index saw popular repos under this name; an account that is younger than the index cannot have made them. */
function ofAccount(reference: Reference, context: RuleContext): Signal | undefined {
  const { names } = context;
  const { publisher } = context.facts(reference);
  const owner = ownerOf(reference, context);
  if (publisher.state !== 'known' || !names.judge(`${owner}/-`).publisherListed) return undefined;
  const { createdAt } = publisher.value;
  if (createdAt === undefined || createdAt < Date.parse(names.info.date) + DAY) return undefined;
  return {
    severity: 'warning',
    message: `The account \`${owner}\` was made on ${day(createdAt)}, but the name index of ${names.info.date} knows a publisher of that name: the name was used again. Find out who owns it today.`,
    weight: WEIGHT.warning,
    source: publisher.source.host,
  };
}
