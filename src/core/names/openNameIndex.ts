import { boundedMemo } from './boundedMemo.ts';
import { describeEdit } from './describeEdit.ts';
import { countWords, ownMisspelling } from './didYouMean.ts';
import { isPlainId, lowerBytes } from './idBytes.ts';
import { typedName } from './nameEvidence.ts';
import { INFORM_SCORE, type Lookalike, type NameIndex, type NameJudgement } from './nameIndex.ts';
import { establishedNamesake } from './namesakes.ts';
import {
  findPublisher,
  findRepo,
  type NameTable,
  publisherName,
  repoDownloads,
  repoId,
  repoName,
} from './nameTable.ts';
import { once } from './once.ts';
import { type Inflate, inflateAnywhere, openNameTable } from './openNameTable.ts';
import { isPlaceholderPublisher } from './placeholders.ts';
import { type PublisherMatch, strongestMatch } from './publisherLookalike.ts';
import { publisherTargets } from './publisherTargets.ts';

const REMEMBERED = 4096;

/**
 * Opens the shipped bytes of an index (`src/data/names/index.bin`).
 * @throws Error that says in plain words what is wrong with the bytes.
 */
export function openNameIndex(file: Uint8Array, inflate: Inflate = inflateAnywhere): NameIndex {
  const table = openNameTable(file, inflate);
  const targets = once(() => publisherTargets(table));
  const words = once(() => countWords(table));
  const remembered = boundedMemo(REMEMBERED, judgePlain);
  // A rule after the other asks for the same id.
  let last = unknown('');
  const { date, repoCount, publisherCount, fileBytes, provenance } = table;
  return {
    info: { date, ids: repoCount, publishers: publisherCount, bytes: fileBytes, provenance },
    judge: id => {
      if (id !== last.id) last = isPlainId(id) ? remembered(id) : unknown(id);
      return last;
    },
  };

  function judgePlain(id: string): NameJudgement {
    const slash = id.indexOf('/');
    return slash < 0 ? judgeBare(id) : judgeOwned(id, slash);
  }

  function judgeBare(id: string): NameJudgement {
    const move = table.moved.get(id.toLowerCase());
    if (move) return movedJudgement(table, id, move);
    const namesake = establishedNamesake(table, id, 0);
    return namesake < 0 ? unknown(id) : { ...unknown(id), lookalikes: [same('no-publisher', namesake)] };
  }

  function judgeOwned(id: string, slash: number): NameJudgement {
    const move = table.moved.get(id.toLowerCase());
    if (move) return movedJudgement(table, id, move);
    const publisher = findPublisher(table, id, slash);
    if (publisher >= 0) {
      const repo = findRepo(table, publisher, id, slash + 1);
      if (repo >= 0) return listed(table, id, repo);
    }
    const typed = typedName(id, slash + 1, lowerBytes(id.slice(slash + 1)));
    if (publisher >= 0) {
      const slip = ownMisspelling(table, words, publisher, typed);
      const lookalikes = slip ? [misspelt(id.slice(slash + 1), slip.repo, slip.distance)] : [];
      return { id, listed: false, publisherListed: true, lookalikes };
    }
    const owner = id.slice(0, slash);
    if (isPlaceholderPublisher(owner)) return unknown(id);
    const match = strongestMatch(table, targets(), owner, typed);
    const lookalikes: Lookalike[] = match && match.score >= INFORM_SCORE ? [imitation(owner, match)] : [];
    const namesake = establishedNamesake(table, id, slash + 1);
    const copied = lookalikes[0]?.name === 'exact';
    if (namesake >= 0 && !copied) lookalikes.push(same('same-name', namesake));
    return { ...unknown(id), lookalikes };
  }

  function same(kind: Lookalike['kind'], repo: number): Lookalike {
    const targetDownloads = repoDownloads(table, repo) ?? 0;
    return {
      kind,
      target: repoId(table, repo),
      targetDownloads,
      distance: 0,
      edit: '',
      relation: 'same',
      score: 1,
      name: 'exact',
    };
  }

  function misspelt(name: string, repo: number, distance: number): Lookalike {
    const edit = describeEdit(name, repoName(table, repo));
    return {
      kind: 'name',
      target: repoId(table, repo),
      targetDownloads: repoDownloads(table, repo) ?? 0,
      distance: edit.distance,
      edit: edit.words,
      relation: 'spelling',
      score: 3 - distance / 100,
      name: 'typo',
    };
  }

  function imitation(owner: string, match: PublisherMatch): Lookalike {
    const meant = publisherName(table, match.publisher);
    const { repo, kind } = match.evidence;
    const edit = describeEdit(owner, meant);
    return {
      kind: 'publisher',
      target: repo < 0 ? meant : repoId(table, repo),
      targetDownloads: repo < 0 ? mostDownloaded(match.publisher) : (repoDownloads(table, repo) ?? 0),
      distance: edit.distance,
      edit: editWords(match, meant, edit.words),
      relation: match.relation,
      score: Math.round(match.score * 100) / 100,
      name: kind,
    };
  }

  function mostDownloaded(publisher: number): number {
    let most = 0;
    for (let repo = table.firstRepo[publisher]!; repo < table.firstRepo[publisher + 1]!; repo++) {
      most = Math.max(most, repoDownloads(table, repo) ?? 0);
    }
    return most;
  }
}

function editWords(match: PublisherMatch, meant: string, spelling: string): string {
  if (match.relation === 'order') return 'the words reordered';
  if (match.relation !== 'added-words') return spelling;
  return match.added === undefined
    ? `leaves out part of the name ${meant}`
    : `adds ${match.added} to the name ${meant}`;
}

function listed(table: NameTable, id: string, repo: number): NameJudgement {
  const downloads = repoDownloads(table, repo);
  const canonical = repoId(table, repo);
  return {
    id,
    listed: true,
    canonical,
    publisherListed: true,
    lookalikes: [],
    ...(downloads === undefined ? {} : { downloads }),
  };
}

/** An old id is the repo that it redirects to. */
function movedJudgement(table: NameTable, id: string, move: { from: string; to: string }): NameJudgement {
  const slash = move.to.indexOf('/');
  const publisher = slash < 0 ? -1 : findPublisher(table, move.to, slash);
  const repo = publisher < 0 ? -1 : findRepo(table, publisher, move.to, slash + 1);
  const downloads = repo < 0 ? undefined : repoDownloads(table, repo);
  return {
    id,
    listed: true,
    canonical: move.from,
    publisherListed: publisher >= 0,
    movedTo: move.to,
    lookalikes: [],
    ...(downloads === undefined ? {} : { downloads }),
  };
}

function unknown(id: string): NameJudgement {
  return { id, listed: false, publisherListed: false, lookalikes: [] };
}
