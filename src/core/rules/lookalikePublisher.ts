import type { Facts } from '../facts/facts.ts';
import { standingOf } from '../facts/standing.ts';
import { INFORM_SCORE, type Lookalike, type NameIndex, WARN_SCORE } from '../names/nameIndex.ts';
import type { Reference } from '../references/reference.ts';
import { useOtherRepo } from './intendedId.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule, RuleContext, Signal } from './rule.ts';
import { WEIGHT } from './weights.ts';
import { downloadsUpTo, publisherOf } from './words.ts';

export const lookalikePublisher: Rule = {
  id: 'lookalike-publisher',
  title: 'Publisher imitates a well-known one',
  depth: ['local', 'hub'],
  level: 'warning',
  varies:
    'information where the name after the slash copies nothing of that publisher, unless the account is some days old and a misspelling or says to be the brand itself; and for the base that a repo declares, unless it is an adapter, which loads its base',
  asks: 'Is the publisher a misspelling or a disguise of a well-known one?',
  why: 'Only the owner of a namespace can create repos in it, so whoever registers a name that looks like a famous one receives every typo. `EleuterAI/gpt-j-6B` (a missing h) was such a repo.',
  advice: 'Use the id that is meant. If you know this publisher, ignore the rule here or in the workspace.',
  source: 'Two-channel comparison against the embedded name index; thresholds measured with `npm run bench -- names`.',
  example: 'AutoModel.from_pretrained("EleuterAI/gpt-j-6B")',
  onReference(reference, context) {
    const { names, facts } = context;
    const found = names.judge(reference.id).lookalikes.find(l => l.kind === 'publisher' && l.score >= INFORM_SCORE);
    if (!found) return ofBase(reference, facts(reference), names);
    const severity = found.score >= WARN_SCORE || posesAnew(reference, found, context) ? 'warning' : 'information';
    const target = intended(reference, found);
    const fixes = target.includes('/') ? [useOtherRepo(reference, target)] : [];
    return {
      severity,
      message: message(reference, found, names),
      weight: found.score,
      target,
      distance: found.distance,
      source: `name index of ${names.info.date}`,
      fixes,
    };
  },
};

/** Words by which an account says that it is the brand, and not one of its admirers. */
const CLAIMS = /(?:^|[-_.])(?:official|real|verified|original|genuine|team|releases?|hq|inc|corp|support)(?:$|[-_.])/i;

/** One keystroke away, or the brand by its own word, and days old: nobody who has had that name for years. */
function posesAnew(reference: Reference, { relation }: Lookalike, context: RuleContext): boolean {
  const owner = ownerOf(reference, context);
  if (standingOf(context.facts(reference), owner, context.names).level !== 'young') return false;
  return relation !== 'added-words' || CLAIMS.test(owner);
}

/** A repo is built on others, by its own word; an adapter has its base loaded with it. */
function ofBase(reference: Reference, { repo, files }: Facts, names: NameIndex): Signal | undefined {
  if (repo.state !== 'known') return undefined;
  const { baseModels, baseRelation, library, tags } = repo.value;
  for (const base of baseModels.slice(0, MOST_BASES)) {
    const found = names.judge(base).lookalikes.find(each => each.kind === 'publisher' && each.score >= WARN_SCORE);
    if (!found) continue;
    const isAdapter =
      baseRelation === 'adapter' ||
      library === 'peft' ||
      tags.some(tag => /^(?:peft|lora)$/i.test(tag)) ||
      (files.state === 'known' && files.value.some(({ path }) => /(?:^|\/)adapter_config\.json$/.test(path)));
    const severity = isAdapter ? 'warning' : 'information';
    const loads = isAdapter ? 'is an adapter and has its base loaded with it' : 'names its base';
    return {
      severity,
      message: `\`${reference.id}\` ${loads}: \`${base}\`, whose publisher looks like the well-known \`${publisherOf(found.target) || found.target}\` (${found.edit}). Check the base before you load this.`,
      weight: WEIGHT[severity],
      source: `name index of ${names.info.date}`,
    };
  }
  return undefined;
}

/** A merge names a few. */
const MOST_BASES = 10;

/** The index holds models: for another kind of repo only the publisher can be meant. */
const intended = (reference: Reference, { target }: Lookalike): string =>
  reference.kind === 'model' || reference.kind === 'unknown' ? target : publisherOf(target) || target;

function message(reference: Reference, found: Lookalike, names: NameIndex): string {
  const target = intended(reference, found);
  const meant = publisherOf(target) || target;
  const looks = `\`${publisherOf(reference.id)}\` looks like the well-known publisher \`${meant}\` (${found.edit}, edit distance ${found.distance})`;
  if (!target.includes('/'))
    return `${looks} and is not in the name index of ${names.info.date}. Check who owns it before you load from it.`;
  const downloads = downloadsUpTo(names.info.date, found.targetDownloads);
  return `${looks}, who publishes \`${target}\` (${downloads}). Use that id unless you know this publisher.`;
}
