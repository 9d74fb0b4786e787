import { hasHubShape, isPublished } from '../catalogue/publishers.ts';
import type { Reference } from '../reference.ts';

/** What stands behind a constant that Colab shows as a field: `# @param ["org/name", "org/other"]`. */
const FORM = /^["'][ \t]*;?[ \t]*#[ \t]*@param\b([^\n]*)/;

/** What the field offers; with a file or a folder among it, it is none of ids. */
const OFFERED = /["']([^"']+)["']/g;
const ID = /^[\w.-]+\/[\w.-]+$/;

/** More text than a form's line has. */
const LONGEST = 2_000;

/**
 * Does a form offer the id to its reader? Whoever owns it, one of the offers must be written as ids of the Hub are: the
 * others are of its kind.
 */
export function isFormField(text: string, { id, span }: Reference): boolean {
  const form = FORM.exec(text.slice(span.end, span.end + LONGEST));
  if (!form) return false;
  const options = [...form[1]!.matchAll(OFFERED)].map(match => match[1]!).filter(each => each.includes('/'));
  const offered = [id, ...options];
  return offered.every(each => ID.test(each)) && offered.some(each => hasHubShape(each) || isPublished(each));
}
