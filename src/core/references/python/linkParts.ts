import { commonEnds } from '../../syntax/commonEnds.ts';
import { shifted } from '../../text/span.ts';
import type { CodeHazard } from '../codeHazard.ts';
import type { Reference } from '../reference.ts';
import { relocated } from '../relocate.ts';
import { assemble, type Offering } from './assemble.ts';
import { MAX_OWNERS } from './fields.ts';
import { type Linked, linkStatement } from './linkStatement.ts';
import { readLocalPaths } from './localPaths.ts';
import { type Move, mover } from './movedLinks.ts';
import { countedIds, worksWithHub } from './namedIds.ts';
import { addNames, meet, noNames } from './nameSets.ts';
import { type PythonPart, readPart, type Said } from './said.ts';
import { withTorch } from './unsafeLoads.ts';
import { Values } from './values.ts';

/** One program whose text stands in several places: the cells of a notebook, the blocks of a document. */
export interface LinkedParts {
  readonly parts: readonly PythonPart[];
  /** Where each part begins: offsets below count through all parts, one after the other. */
  readonly starts: readonly number[];
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  /** The top-level statements of all parts, and what each was found to do. */
  readonly statements: readonly PlacedSaid[];
  readonly links: readonly Linked[];
}

interface PlacedSaid extends Offering {
  readonly said: Said;
}

/** Reads the parts of one program: names flow from each to the others. Only what an edit since `previous` can have changed is read again. */
export function linkParts(texts: readonly string[], previous?: LinkedParts): LinkedParts {
  const parts = texts.map((text, index) => readPart(text, previous?.parts[index]));
  const starts: number[] = [];
  const statements: PlacedSaid[] = [];
  let at = 0;
  parts.forEach(({ tree, said }, index) => {
    starts.push(at);
    tree.chunks.forEach(({ start }, chunk) => {
      const own = said[chunk]!;
      statements.push({ said: own, units: own.units, offers: own.offers, start: at + start });
    });
    at += texts[index]!.length + 1;
  });
  const text = texts.length === 1 ? texts[0]! : texts.join('\n');
  const links = linkAll(statements, text, previous);
  const telling = links.filter(each => !each.isSilent);
  const folders = gathered(telling, each => each.folders);
  const local = readLocalPaths(
    gathered(telling, each => each.loads),
    folders,
  );
  const destinations = new Set(gathered(telling, each => each.destinations));
  const isFolder = (id: string) => folders.some(each => each.folder === id);
  const named = countedIds(
    gathered(telling, each => each.named),
    text,
    destinations,
    isFolder,
  );
  const certain = [...local.references, ...gathered(telling, each => each.references), ...named];
  const standing = standingIn(statements, text, certain).filter(
    ({ id, span }) => !destinations.has(span.start) && !isFolder(id),
  );
  const unsafe = gathered(telling, each => each.unsafe).sort((a, b) => a.span.start - b.span.start);
  return {
    parts,
    starts,
    references: [...certain, ...standing],
    codeHazards: [...local.hazards, ...withTorch(unsafe, text)],
    statements,
    links,
  };
}

/** Of most statements it is nothing or one, and there are hundreds: `flatMap` takes several times as long. */
function gathered<T>(links: readonly Linked[], of: (linked: Linked) => readonly T[]): T[] {
  const found: T[] = [];
  for (const linked of links) for (const each of of(linked)) found.push(each);
  return found;
}

/** Literals that are ids by themselves, of a program that works with the Hub; those that are told of already are not. */
function standingIn(statements: readonly PlacedSaid[], text: string, told: readonly Reference[]): Reference[] {
  const holding = statements.filter(({ said }) => said.standing.length > 0);
  if (holding.length === 0 || !worksWithHub(text, told)) return [];
  const loads = told.some(each => !each.link);
  const all = holding
    .filter(({ said }) => !loads || isRead(said.statement.text, text))
    .flatMap(({ said, start }) => said.standing.map(each => relocated(each, { place: span => shifted(span, start) })));
  const known = new Set(told.map(each => each.span.start));
  return all.filter(each => !known.has(each.span.start));
}

/** A table whose name stands nowhere else: a list for people to choose from, beside the load of what they chose. */
function isRead(statement: string, text: string): boolean {
  const name = /^([A-Za-z_]\w*)\s*(?::[^=\n]*)?=\s*[[({]/.exec(statement)?.[1];
  return name === undefined || (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
}

/**
 * Links every statement. Between the beginning and the end that the program shares with its last version lies what
 * changed; a statement outside of that keeps its links unless it asked for a name that the changed ones offer or offered.
 */
function linkAll(statements: readonly PlacedSaid[], text: string, previous: LinkedParts | undefined): Linked[] {
  const values = new Values(assemble(statements));
  const link = (index: number) => linkStatement(statements[index]!, index, values, text);
  if (!previous) return statements.map((_, index) => link(index));
  const before = previous.statements;
  const { head, tail } = commonEnds(
    before.map(each => each.said),
    statements.map(each => each.said),
  );
  const changed = offeredBetween(before, head, tail);
  addNames(changed, offeredBetween(statements, head, tail));
  const kept = [...statements.slice(0, head), ...statements.slice(statements.length - tail)];
  for (const field of changed.field) if (isCrowded(field, kept)) changed.field.delete(field);
  const moved = mover(moveOf(before, statements, tail));
  return statements.map((_, index) => {
    const isTail = index >= statements.length - tail;
    const known = isTail ? previous.links[index - statements.length + before.length] : previous.links[index];
    const isKept = (index < head || isTail) && known && !meet(known.asked, changed);
    return isKept ? moved(known) : link(index);
  });
}

/** Is it a field of so many classes that one more or less changes nothing? */
function isCrowded(field: string, statements: readonly PlacedSaid[]): boolean {
  let owning = 0;
  for (const { offers } of statements) if (offers.field.has(field) && ++owning > MAX_OWNERS) return true;
  return false;
}

function offeredBetween(statements: readonly PlacedSaid[], head: number, tail: number) {
  const offered = noNames();
  for (const { said } of statements.slice(head, statements.length - tail)) addNames(offered, said.offers);
  return offered;
}

/** How far the statements at the end moved. */
function moveOf(before: readonly PlacedSaid[], after: readonly PlacedSaid[], tail: number): Move {
  const from = before[before.length - tail]?.start;
  return from === undefined
    ? { from: Number.POSITIVE_INFINITY, by: 0 }
    : { from, by: after[after.length - tail]!.start - from };
}
