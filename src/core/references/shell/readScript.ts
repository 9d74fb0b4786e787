import { addressReferences } from '../address/addressReferences.ts';
import { OUTPUT_FLAGS } from '../catalogue/commandWords.ts';
import { isForeignText } from '../catalogue/foreignTexts.ts';
import { isHubPublisher } from '../catalogue/publishers.ts';
import type { CodeHazard } from '../codeHazard.ts';
import type { Reference } from '../reference.ts';
import { arrayVariables, type NewVariable, withSiblings } from './environment.ts';
import type { InnerReaders, ShellReading } from './innerTexts.ts';
import { mergedPlaces } from './mergedPlaces.ts';
import { readCommandWith } from './readCommand.ts';
import type { Script, Word } from './script.ts';
import { Variables } from './variables.ts';
import { ASSIGNMENT } from './words.ts';

/** Reads the commands of a script, whatever file they stand in; `add` says where that file could set one more variable. */
export function readScript(script: Script, readers: InnerReaders, add?: NewVariable, surroundings = ''): ShellReading {
  const variables = new Variables(script);
  const written = writtenFolders(script);
  let foreign: boolean | undefined;
  const isForeign = () => (foreign ??= script.commands.some(({ words }) => words.some(isForeignWord)));
  const references: Reference[] = [];
  const codeHazards: CodeHazard[] = [];
  script.commands.forEach((command, index) => {
    const read = readCommandWith(command, readers, { variables, scope: variables.scopeOf(index), written, isForeign });
    references.push(...read.references);
    codeHazards.push(...read.codeHazards);
  });
  references.push(...arrayVariables(script));
  for (const comment of script.comments) {
    references.push(...addressReferences(comment.text, span => comment.toOuter(span)));
  }
  const named = withSiblings(references, script, surroundings, add);
  return { references: mergedPlaces(named, assignedNames(script)), codeHazards };
}

/** The variables that the script sets. */
function assignedNames({ commands, arrays }: Script): ReadonlySet<string> {
  const words = commands.flatMap(each => each.words);
  const names = words.flatMap(({ excerpt }) => ASSIGNMENT.exec(excerpt.text)?.[1] ?? []);
  return new Set([...names, ...arrays.map(each => each.name)]);
}

const isForeignWord = ({ excerpt }: Word) => isForeignText(excerpt.text);

/** First segments of the paths that the script makes or fills. */
function writtenFolders({ commands }: Script): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (path: string | undefined) => {
    const first = /^(?:\.\/)?([\w.-]+)\/?/.exec(path ?? '')?.[1];
    if (first && first !== '.' && first !== '..') found.add(first);
  };
  for (const { words } of commands) {
    const texts = words.map(word => word.excerpt.text);
    if (/^(?:mkdir|rm|ls)$/.test(texts[0] ?? '')) texts.slice(1).forEach(add);
    // Who goes into the clone of a publisher's program does not mean it by the publisher's ids.
    if (/^(?:cd|pushd)$/.test(texts[0] ?? ''))
      texts
        .slice(1)
        .filter(text => !isHubPublisher(text))
        .forEach(add);
    texts.forEach((text, index) => {
      const equals = text.indexOf('=');
      const flag = equals > 0 ? text.slice(0, equals) : text;
      if (OUTPUT_FLAGS.test(flag)) add(equals > 0 ? text.slice(equals + 1) : texts[index + 1]);
      if (equals > 0 && /(?:OUT|SAVE|LOG|CKPT|RESULT)\w*(?:DIR|PATH|FOLDER)?$/i.test(flag)) add(text.slice(equals + 1));
    });
  }
  return found;
}
