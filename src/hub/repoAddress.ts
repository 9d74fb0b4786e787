import type { RepoKind } from '../core/references/reference.ts';

/** What is asked about. */
export interface RepoName {
  readonly id: string;
  readonly kind: RepoKind;
}

/** What a kind is called in the addresses of the API. */
const API_ROUTES: Readonly<Record<RepoKind, string>> = {
  model: 'models',
  dataset: 'datasets',
  space: 'spaces',
  kernel: 'kernels',
  unknown: 'models',
};

/** Where files of a kind lie: `/datasets/org/name/resolve/…`. */
const FILES: Readonly<Record<RepoKind, readonly string[]>> = {
  model: [],
  dataset: ['datasets'],
  space: ['spaces'],
  kernel: ['kernels'],
  unknown: [],
};

/** Where the API tells of a repo. */
export const apiPath = ({ id, kind }: RepoName, ...rest: readonly string[]): readonly string[] => [
  'api',
  API_ROUTES[kind],
  ...id.split('/'),
  ...rest,
];

/** Where a file of a repo lies at a revision. */
export const filePath = ({ id, kind }: RepoName, revision: string, file: string): readonly string[] => [
  ...FILES[kind],
  ...id.split('/'),
  'resolve',
  revision,
  file,
];
