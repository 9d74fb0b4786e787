import { HUB_ADDRESS_HINT, hubAddresses } from '../core/references/address/hubAddress.ts';
import type { RepoKind } from '../core/references/reference.ts';

export interface RequestedId {
  readonly id: string;
  readonly kind: RepoKind;
  /** False: no repo can have this name, whatever is said of it. */
  readonly possible: boolean;
}

const PREFIXES: Readonly<Record<string, RepoKind>> = {
  models: 'model',
  datasets: 'dataset',
  spaces: 'space',
  kernels: 'kernel',
};

/** Letters outside ASCII are let through: what is wrong with them is for a rule to say. */
const POSSIBLE = /^(?![-.])(?:[^\s/\p{Cc}]{1,100}\/)?(?![-.]+$)[^\s/\p{Cc}]{1,100}$/u;

/**
 * `datasets/org/name` → the dataset `org/name`; without a prefix it is a model's. The Hub lets nobody own these words.
 * What people paste is understood too: the address of a repo, a slash at the end, a revision behind an `@`.
 */
export function readRepoId(text: string): RequestedId {
  const address = HUB_ADDRESS_HINT.test(text) ? hubAddresses(text)[0] : undefined;
  if (address) return { id: address.id, kind: address.kind, possible: true };
  const [, prefix, rest] = /^(models|datasets|spaces|kernels)\/(.+)$/s.exec(text) ?? [];
  const id = (rest ?? text).replace(/@[^@/\s]*$/, '').replace(/(.)\/$/, '$1');
  return { id, kind: prefix ? PREFIXES[prefix]! : 'model', possible: POSSIBLE.test(id) };
}
