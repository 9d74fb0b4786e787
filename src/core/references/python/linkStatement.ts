import type { UnsafeLoad } from '../../hazard.ts';
import type { Reference } from '../reference.ts';
import { readShell } from '../shell/readShell.ts';
import { liftStarted } from './commandText.ts';
import { type Load, readLoads } from './loads.ts';
import { type WrittenFolder, writtenFolders } from './localPaths.ts';
import { readMentions } from './mentions.ts';
import { type NamedId, readNamedIds, sentTo } from './namedIds.ts';
import { kept, type Names, noNames } from './nameSets.ts';
import type { PlacedUnits } from './scope.ts';
import { shellStrings } from './shellStrings.ts';
import { readUnsafeLoads } from './unsafeLoads.ts';
import type { Values } from './values.ts';

/** What a top-level statement does, given all the others. */
export interface Linked {
  readonly loads: readonly Load[];
  readonly unsafe: readonly UnsafeLoad[];
  readonly folders: readonly WrittenFolder[];
  /** Addresses, and what the command lines in strings name. */
  readonly references: readonly Reference[];
  readonly named: readonly NamedId[];
  /** Where the ids stand that something is sent to. */
  readonly destinations: readonly number[];
  /** The names that it was found by: as long as nothing offers or offered one of them, nothing changes. */
  readonly asked: Names;
  /** It does none of this, as most statements do: whoever gathers or moves what was found passes it over. */
  readonly isSilent: boolean;
}

/** Links one statement, the one at `index` of the program; `text` is the whole program. */
export function linkStatement(statement: PlacedUnits, index: number, values: Values, text: string): Linked {
  const asked = noNames();
  values.module.asked = asked;
  const loads: Load[] = [];
  const unsafe: UnsafeLoad[] = [];
  const folders: WrittenFolder[] = [];
  const destinations: number[] = [];
  const references = readMentions(statement);
  for (const call of values.module.callsOf(index)) {
    loads.push(...readLoads(call, values));
    unsafe.push(...readUnsafeLoads(call, values, text));
    folders.push(...writtenFolders(call, values));
    destinations.push(...sentTo(call, values));
    for (const command of shellStrings(call, values)) {
      for (const each of readShell(command.excerpt.text).references) references.push(liftStarted(each, command));
    }
  }
  const named = readNamedIds(statement);
  const found = [loads, unsafe, folders, references, named, destinations];
  const isSilent = found.every(each => each.length === 0);
  return { loads, unsafe, folders, references, named, destinations, asked: kept(asked), isSilent };
}
