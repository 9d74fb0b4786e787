import type { Reference } from '../references/reference.ts';
import type { Fix } from './rule.ts';

/** The fix that puts the intended id in place of the written one. */
export const useIntendedId = (reference: Reference, target: string, preferred = true): Fix => ({
  title: `Use ${target}`,
  edits: [{ span: reference.span, newText: target }],
  preferred,
});
