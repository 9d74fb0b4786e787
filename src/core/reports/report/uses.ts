import type { Reference } from '../../references/reference.ts';
import type { Finding } from '../../rules/finding.ts';
import type { FileReport } from '../fileReport.ts';
import type { RepoUse } from './trustReport.ts';

/** What is found of a repo at the places that name it. */
export const findingsOf = (
  files: readonly FileReport[],
  isMeant: (repo: Pick<Reference, 'id' | 'kind'>) => boolean,
): readonly Finding[] =>
  files.flatMap(({ findings }) =>
    findings.flatMap(({ finding }) =>
      finding.id !== null && isMeant({ id: finding.id, kind: finding.kind }) ? [finding] : [],
    ),
  );

/** Where files that were read name a repo, in their order. */
export const usesIn = (
  files: readonly FileReport[],
  isMeant: (reference: Pick<Reference, 'id' | 'kind'>) => boolean,
): readonly RepoUse[] =>
  files.flatMap(({ path, references }) =>
    references.flatMap(({ reference, place }) =>
      isMeant(reference)
        ? [
            {
              path,
              line: place.line,
              api: reference.api,
              link: reference.link,
              ...(reference.revision.state === 'known' && { revision: reference.revision.value }),
              ...(reference.trustRemoteCode.state === 'known' && { trustRemoteCode: reference.trustRemoteCode.value }),
            },
          ]
        : [],
    ),
  );
