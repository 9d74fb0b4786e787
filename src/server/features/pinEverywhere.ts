import { pinEdits } from '../../core/references/pinEdits.ts';
import type { Reference } from '../../core/references/reference.ts';
import type { PinAnswer, ReportSubject } from '../../protocol.ts';
import type { Judged } from '../judging.ts';
import { toProtocolEdit } from '../protocolRange.ts';

/**
 * The edits that pin every load of a repo to a commit, file by file. A load that names another branch or a tag means
 * something else than this commit and stays; a notebook's raw JSON is not edited.
 */
export function pinsEverywhere(
  files: readonly Judged[],
  isIt: (repo: ReportSubject) => boolean,
  commit: string,
): PinAnswer {
  const edits: PinAnswer['files'] = [];
  let left = 0;
  for (const { uri, reading, lines } of files) {
    const loads = reading.references.filter(
      reference => isIt(reference) && !reference.link && followsDefault(reference),
    );
    const pinnable = loads.filter(({ pins, cell }) => pins.length > 0 && !cell);
    left += loads.length - pinnable.length;
    // A constant that reaches several loads has one place for its revision.
    const unique = new Map(
      pinnable
        .flatMap(reference => pinEdits(reference, commit))
        .map(edit => [`${edit.span.start}-${edit.span.end}`, toProtocolEdit(lines, edit)]),
    );
    if (unique.size > 0) edits.push({ uri, edits: [...unique.values()] });
  }
  return { files: edits, left };
}

const followsDefault = ({ revision }: Reference): boolean =>
  revision.state === 'absent' || (revision.state === 'known' && revision.value === 'main');

export const sameRepo = ({ id, kind }: ReportSubject, keyOf: (repo: ReportSubject) => string) => {
  const key = keyOf({ id, kind });
  return (other: ReportSubject): boolean => keyOf(other) === key;
};
