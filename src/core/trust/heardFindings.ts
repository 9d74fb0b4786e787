import type { Finding } from '../rules/finding.ts';

/**
 * What is found of a repo at the places that name it, and of its bare id. Places know more than a bare id does, but what a
 * rule says of the id alone may be newer: each rule is heard once.
 */
export function withBare(found: readonly Finding[], bare: readonly Finding[]): readonly Finding[] {
  const heard = new Set(found.map(({ rule }) => rule));
  return [...found, ...bare.filter(({ rule }) => !heard.has(rule))];
}
