import type { PopularRepo } from '../../core/facts/publisherFacts.ts';
import type { Reference } from '../../core/references/reference.ts';
import type { HubKnowledge } from '../../core/reports/hubLines.ts';
import type { LookUpSession } from '../lookUpSession.ts';
import { within } from '../patience.ts';

/** Somebody looks at a card: this long it waits for an answer, then it says that it is being looked up. */
const PATIENCE_MS = 300;

/** What is known of a reference's repo for its card: what is in memory, and what comes while the reader hardly notices. */
export async function knowledgeFor(
  reference: Reference,
  { lookUps, held, opened }: LookUpSession,
): Promise<HubKnowledge> {
  let popular: PopularRepo | undefined;
  const asked = (async () => {
    await opened();
    if (lookUps.isStale(reference)) await lookUps.lookUp(reference);
    const { repo, publisher } = lookUps.facts(reference);
    const { hub } = held();
    if (!hub || repo.state !== 'known' || publisher.state !== 'known') return true;
    const looked = await hub.asides.popular(publisher.value.name);
    if (looked.state === 'known') popular = looked.value;
    return true;
  })();
  const done = await within(PATIENCE_MS, asked);
  const { host } = held();
  const asking = !done && host !== undefined && lookUps.isUnderWay(reference) ? { asking: host } : {};
  return { facts: lookUps.facts(reference), ...(popular && { popular }), ...asking };
}
