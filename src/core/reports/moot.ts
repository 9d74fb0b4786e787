import type { Finding } from '../rules/finding.ts';

/**
 * What an advisory makes moot: whoever is told to remove a repo need not weigh at the same place what else speaks against
 * it. By the finding of the advisory; suppressed findings and hints are told nowhere and moot nothing. The team's own block
 * has a reason of its own and stays.
 */
export function mootFindings(findings: readonly Finding[]): ReadonlyMap<Finding, readonly Finding[]> {
  const told = findings.filter(({ suppressed, severity }) => !suppressed && severity !== 'hint');
  const listed = told.filter(({ rule, severity }) => rule === 'known-malicious' && severity === 'error');
  return new Map(
    listed.map(one => [
      one,
      told.filter(
        ({ rule, id, kind, span }) =>
          rule !== one.rule &&
          rule !== 'blocked-by-policy' &&
          id === one.id &&
          kind === one.kind &&
          span.start === one.span.start,
      ),
    ]),
  );
}
