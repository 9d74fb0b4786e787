import { Excerpt } from '../../text/excerpt.ts';
import { TOLD_COMMAND } from '../catalogue/commandWords.ts';
import { liftReference } from '../lift.ts';
import { readPython } from '../python/readPython.ts';
import type { Reference } from '../reference.ts';
import { readShell } from '../shell/readShell.ts';
import type { ConfigSyntax } from './tree.ts';

/** A comment that has its line for itself. */
const COMMENT = /^[ \t]*#+[ \t]*(?:\$[ \t]+)?(?=\S)(.*)$/gm;

/** Commands that the comments of a file tell its reader to run before it is used: `# tune download org/name`. */
export function toldCommands(text: string, syntax: ConfigSyntax): Reference[] {
  if (syntax === 'json' || text.search(TOLD_COMMAND) < 0) return [];
  return [...text.matchAll(COMMENT)].flatMap(({ index, 0: line, 1: told = '' }) => {
    if (told.search(TOLD_COMMAND) !== 0) return [];
    const excerpt = Excerpt.builder()
      .add(told, index + line.length - told.length)
      .build();
    return readShell(told, readPython)
      .references.filter(({ link }) => !link)
      .map(each => liftReference(each, excerpt));
  });
}
