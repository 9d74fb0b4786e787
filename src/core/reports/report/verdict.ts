import type { Facts } from '../../facts/facts.ts';
import type { NameIndex } from '../../names/nameIndex.ts';
import { sayDecision } from '../../rules/decision.ts';
import { atLeast } from '../../rules/severity.ts';
import { sentence } from '../../rules/words.ts';
import { DECIDES_ALONE, oddsOf } from '../../trust/assess.ts';
import type { Assessment } from '../../trust/assessment.ts';
import { RISKY_FROM, TRUSTED_UNTIL } from '../../trust/evidence.ts';
import { type Prior, priorOf } from '../../trust/parts.ts';
import { speaksAgainst, verdictWords } from '../verdictWords.ts';
import type { ReportVerdict } from './trustReport.ts';
import { enumerated, quoted, sayWeight, shortened } from './words.ts';

export function verdictOf(assessment: Assessment, facts: Facts, names: NameIndex): ReportVerdict {
  const { id, signals, verdict } = assessment;
  const prior = priorOf(facts, id, names);
  const sum = Math.round(oddsOf(signals, facts, id, names) * 100) / 100;
  return {
    verdict,
    words: verdictWords(assessment),
    sentence: sentenceOf(assessment, facts, prior),
    because: becauseOf(assessment, facts, sum),
    prior: {
      owner: shortened(prior.owner),
      level: prior.standing.level,
      numbers: prior.standing.numbers,
      weight: prior.weight,
    },
    summed: facts.repo.state === 'known',
    sum,
    riskyFrom: RISKY_FROM,
    trustedUntil: TRUSTED_UNTIL,
  };
}

/** A finding that asks for an action says it best; else who publishes it, or what is missing for a judgement. */
function sentenceOf(
  { id, verdict, signals, notChecked }: Assessment,
  facts: Facts,
  { owner, standing }: Prior,
): string {
  // What is known to be malicious tells a reader more than that somebody has blocked it.
  const listed = signals.find(({ rule, severity }) => rule === 'known-malicious' && severity === signals[0]!.severity);
  const strongest = listed ?? signals[0];
  if (strongest && atLeast(strongest.severity, 'warning')) return strongest.message;
  const name = quoted(shortened(id));
  const who = owner === '' ? '' : ` Its publisher is ${quoted(shortened(owner))}: ${standing.numbers}.`;
  if (verdict === 'unknown') {
    const [first] = notChecked;
    const missing = first
      ? ` ${sentence(`${enumerated(notChecked.map(({ what }) => what))} could not be looked at: ${first.why}`)}`
      : '';
    return `Nobody here can say whether ${name} deserves trust.${missing} That is neither good nor bad.`;
  }
  if (verdict === 'caution' && strongest) return strongest.message;
  const [hint, ...more] = signals.filter(speaksAgainst);
  if (hint)
    return `No warning stands against ${name}, but ${more.length > 0 ? 'this and more was' : 'this was'} found: ${hint.message}`;
  const looked = facts.repo.state === 'known';
  return `Nothing that was ${looked ? 'looked at' : 'checked without the Hub'} speaks against ${name}.${looked ? who : ''}`;
}

const MAY_BE_TRUSTED = `a sum of ${sayWeight(TRUSTED_UNTIL)} or less may be called trusted`;

/** The rule of the verdict that decided, as `assess` has it. */
function becauseOf({ verdict, signals, decision }: Assessment, facts: Facts, sum: number): string {
  const approval = decision?.what === 'approved' ? sayDecision(decision) : undefined;
  if (approval !== undefined && verdict === 'trusted') return `People have decided this. ${approval}`;
  const because = becauseOfSigns({ verdict, signals }, facts, sum);
  return approval === undefined ? because : `${because} ${approval} That does not answer what was found.`;
}

function becauseOfSigns(
  { verdict, signals }: Pick<Assessment, 'verdict' | 'signals'>,
  facts: Facts,
  sum: number,
): string {
  const [strongest] = signals;
  const looked = facts.repo.state === 'known';
  const of = `The sum is ${sayWeight(sum)}`;
  if (strongest?.severity === 'error') {
    if (signals.some(({ rule, severity }) => severity === 'error' && DECIDES_ALONE.has(rule)))
      return `People have decided this: it stands in a list.${looked ? ' The sum is shown for information, and decides nothing.' : ''}`;
    if (!looked) return 'An error makes it dangerous where the Hub was not asked.';
    return `An error makes it risky at least, and dangerous from ${sayWeight(RISKY_FROM)} on. ${of}.`;
  }
  if (strongest?.severity === 'warning') {
    if (!looked) return 'A warning makes it caution where the Hub does not tell of the repo.';
    return `A warning makes it caution at least, and risky from ${sayWeight(RISKY_FROM)} on. ${of}.`;
  }
  if (verdict === 'caution')
    return `No sign alone is a warning, but together they weigh as much as what speaks for it. ${of}.`;
  if (verdict === 'trusted')
    return `Repo, publisher and files were looked at, the Hub's scanners are done, and ${of.replace('The', 'the')}: ${MAY_BE_TRUSTED}.`;
  if (verdict === 'unknown') return 'No sign is not a good sign where the facts are not to be had.';
  return clearBecause(
    facts,
    of,
    sum,
    signals.some(speaksAgainst) ? 'No warning stands against it' : 'Nothing speaks against it',
  );
}

function clearBecause(facts: Facts, of: string, sum: number, calm: string): string {
  if (facts.repo.state !== 'known')
    return 'It stands in the name index, and the checks without the Hub found nothing that asks for an action. Trusted needs facts of the Hub.';
  if (facts.repo.value.disabled) return `${calm}, but Hugging Face took it down.`;
  if (
    facts.publisher.state !== 'known' ||
    facts.files.state !== 'known' ||
    facts.files.partial ||
    facts.scan.state !== 'known'
  )
    return `${calm}. Trusted needs the publisher, the files and the scan of the Hub, and not all of them were to be had.`;
  if (!facts.scan.value.done) return `${calm}. Trusted needs the Hub's scanners to be done, and they are not.`;
  return sum > TRUSTED_UNTIL
    ? `${calm}. ${of}, and only ${MAY_BE_TRUSTED}: its publisher has too little of a history, or small signs add up.`
    : `${calm}. ${of}, and ${MAY_BE_TRUSTED}, but too few people follow its publisher, who would notice if it changed.`;
}
