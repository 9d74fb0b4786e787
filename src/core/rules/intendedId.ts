import type { Reference } from '../references/reference.ts';
import type { TextEdit } from '../text/edit.ts';
import { isFullCommit } from './revision.ts';
import type { Fix } from './rule.ts';

/** The fix that puts the intended id in place of the written one: the same repo under its right name. */
export const useIntendedId = (reference: Reference, target: string, preferred = true): Fix => ({
  title: `Use ${target}`,
  edits: [{ span: reference.span, newText: target }],
  preferred,
});

/** The branch that a load takes where it names none. */
const DEFAULT_BRANCH = 'main';

/** The fix that puts another repo in place of the written one. A commit of the one is none of the other: it goes too, or the title says that it stays. */
export function useOtherRepo(reference: Reference, target: string, preferred = true): Fix {
  const fix = useIntendedId(reference, target, preferred);
  const { revision } = reference;
  if (revision.state !== 'known' || !isFullCommit(revision.value)) return fix;
  const edit = unpinning(reference);
  return edit
    ? { ...fix, title: `${fix.title} at ${DEFAULT_BRANCH}`, edits: [...fix.edits, edit] }
    : { ...fix, title: `${fix.title} (its revision stays: check it)` };
}

/** Only where the commit stands in one place, and that place is in sight. */
function unpinning({ revision, pins }: Reference): TextEdit | undefined {
  const [only, ...others] = pins.filter(({ span }) => span.start < span.end);
  if (!only || others.length > 0 || revision.state !== 'known') return undefined;
  const { span, before, after } = only;
  const isIt = span.start <= revision.span.start && revision.span.end <= span.end;
  return isIt ? { span, newText: before + DEFAULT_BRANCH + after } : undefined;
}
