import type { RepoKind } from '../core/references/reference.ts';

export interface RequestedId {
  readonly id: string;
  readonly kind: RepoKind;
}

const PREFIXES: Readonly<Record<string, RepoKind>> = {
  models: 'model',
  datasets: 'dataset',
  spaces: 'space',
  kernels: 'kernel',
};

/** `datasets/org/name` → the dataset `org/name`; without a prefix it is a model's. The Hub lets nobody own these words. */
export function readRepoId(text: string): RequestedId {
  const [, prefix, id] = /^(models|datasets|spaces|kernels)\/(.+)$/s.exec(text) ?? [];
  return prefix && id ? { id, kind: PREFIXES[prefix]! } : { id: text, kind: 'model' };
}
