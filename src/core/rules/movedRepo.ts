import type { Facts } from '../facts/facts.ts';
import { isPossibleName } from '../facts/repoName.ts';
import { isEstablished, standingOf } from '../facts/standing.ts';
import type { NameIndex } from '../names/nameIndex.ts';
import { useIntendedId } from './intendedId.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';
import { publisherOf } from './words.ts';

export const movedRepo: Rule = {
  id: 'moved-repo',
  title: 'The id leads to another repo',
  depth: ['hub'],
  level: 'information',
  varies:
    'warning where it leads to another owner by no rename that is known, and whose account is younger than the repo or has no history; hint where the index knows the rename',
  asks: 'Does the id redirect, and to whom?',
  why: 'The Hub redirects a renamed repo until somebody takes the old name. A redirect to another owner hands your line of code to that owner.',
  advice: 'Write the id of today, after a look at who owns it.',
  source: 'The id that the Hub answers with; known renames are in `src/data/names/moved.tsv`.',
  example: 'AutoModel.from_pretrained("speech-collective/wav2vec-large")',
  onReference(reference, { facts, names }) {
    const known = facts(reference);
    const { repo } = known;
    if (repo.state !== 'known' || repo.value.id.toLowerCase() === reference.id.toLowerCase()) return undefined;
    const target = repo.value.id;
    const judged = names.judge(reference.id);
    const isKnown = judged.movedTo?.toLowerCase() === target.toLowerCase();
    const owner = publisherOf(reference.id);
    const sameOwner = owner === '' || owner.toLowerCase() === publisherOf(target).toLowerCase();
    const listed = names.judge(target).publisherListed;
    const safe = sameOwner || listed || mayBeRename(known, publisherOf(target), names);
    const severity = isKnown ? 'hint' : safe ? 'information' : 'warning';
    const tells = sameOwner
      ? 'The old id redirects as long as nobody takes it.'
      : `That is another owner, \`${publisherOf(target)}\`${isKnown ? ', by a rename that is known' : listed ? ', who is well known' : safe ? `, who has a history and is older than the repo, as after a new name` : ', and no rename of theirs is known. Check who it is before you load from it'}.`;
    return {
      severity,
      message: `\`${reference.id}\` leads to \`${target}\`. ${tells}`,
      weight: severity === 'warning' ? WEIGHT.warning : 0,
      target,
      source: repo.source.host,
      fixes: isPossibleName(target) ? [useIntendedId(reference, target, severity !== 'warning')] : [],
    };
  },
};

/** An owner with a history whose account is older than the repo may have made it, under another name. */
function mayBeRename(facts: Facts, owner: string, names: NameIndex): boolean {
  const made = facts.repo.state === 'known' ? facts.repo.value.createdAt : undefined;
  const born = facts.publisher.state === 'known' ? facts.publisher.value.createdAt : undefined;
  return made !== undefined && born !== undefined && born <= made && isEstablished(standingOf(facts, owner, names));
}
