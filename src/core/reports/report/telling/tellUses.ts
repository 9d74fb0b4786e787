import { isFullCommit, revisionKind } from '../../../rules/revision.ts';
import { counted } from '../../scanReport.ts';
import type { RepoUse, TrustReport } from '../trustReport.ts';
import { quoted, sayTime, shortened } from '../words.ts';
import type { Block } from './blocks.ts';

/** Places that are listed one by one. */
const LISTED = 40;

export function tellUses({ uses, openFilesOnly }: TrustReport): readonly Block[] {
  if (uses === null) return [{ type: 'paragraph', words: 'No workspace was searched.' }];
  // Only histories tell when a line was written, and an editor need not ask them.
  const dated = uses.some(({ writtenAt }) => writtenAt !== undefined);
  const rest = openFilesOnly ? [{ type: 'note' as const, words: 'Only the open files were searched.' }] : [];
  if (uses.length === 0)
    return [
      { type: 'paragraph', words: `${openFilesOnly ? 'No open file' : 'No file of this workspace'} names it.` },
      ...rest,
    ];
  return [
    {
      type: 'table',
      caption: `${counted(uses.length, 'place')} that ${uses.length === 1 ? 'names' : 'name'} it`,
      head: ['Place', 'By', 'Revision', ...(dated ? ['Written'] : [])],
      rows: uses
        .slice(0, LISTED)
        .map(use => [
          `${quoted(`${shortened(use.path)}:${use.line}`)}`,
          quoted(shortened(use.api)) + (use.trustRemoteCode ? ', lets its code run' : ''),
          revision(use),
          ...(dated ? [use.writtenAt === undefined ? 'not known' : sayTime(use.writtenAt)] : []),
        ]),
    },
    ...(uses.length > LISTED
      ? [{ type: 'note' as const, words: `${counted(uses.length - LISTED, 'place')} more are not shown.` }]
      : []),
    ...rest,
  ];
}

function revision({ revision: at, link }: RepoUse): string {
  if (link) return 'a link, not a load';
  if (at === undefined) return 'none: whatever is there that day';
  return `${quoted(shortened(at))}, ${isFullCommit(at) ? 'a full commit' : revisionKind(at)}`;
}
