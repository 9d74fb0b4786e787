import type { IdArgument } from '../catalogue/loader.ts';
import type { ReadId } from '../idForms.ts';
import type { RevisionPlace, Stated } from '../reference.ts';
import type { Text } from './expression.ts';
import { givenArguments } from './givenArguments.ts';
import { homeOf, isOverruled, type Passage } from './passage.ts';
import { behindId, isPlain, revisionPlace } from './pins.ts';
import { placed } from './placed.ts';
import type { Located } from './scope.ts';
import type { Values } from './values.ts';

/** Where the revision of this load is written. */
export function pinOf(
  at: Located<Text>,
  read: ReadId,
  passage: Passage,
  told: Stated<string>,
  values: Values,
): RevisionPlace | undefined {
  const { matched, argument, frames, sure } = passage;
  const home = homeOf(passage);
  if (read.revision && !isOverruled(passage)) {
    return isPlain(at.expression)
      ? { span: placed(at.expression, read.revision, at.base), before: '', after: '' }
      : undefined;
  }
  if (home === 'id' && told.state === 'absent') {
    const takes = isPlain(at.expression) && (!read.address || read.address === 'uri');
    return takes ? behindId(placed(at.expression, read, at.base)) : undefined;
  }
  if (!sure || sharesRevision(read.id, passage, values)) return undefined;
  const { row, call } = matched;
  const keyword = argument.revision ?? row.revision;
  return revisionPlace({ call, frames, keyword, home, options: row.options, quote: at.expression.quote }, values);
}

/** Does another repo in the same call take its revision from the same keyword? A commit of one is none of the other. */
function sharesRevision(id: string, { matched, argument }: Passage, values: Values): boolean {
  const keywordOf = (each: IdArgument) => each.revision ?? matched.row.revision;
  return matched.row.ids
    .filter(each => keywordOf(each) === keywordOf(argument) && (each.home ?? matched.row.home) !== 'id')
    .some(each =>
      givenArguments(matched, each, values)
        .flatMap(given => values.origins(given))
        .some(origin => {
          if (origin.type === 'parameter') return each !== argument;
          const { expression } = origin.at;
          return expression.type === 'text' && !expression.value.includes(id);
        }),
    );
}
