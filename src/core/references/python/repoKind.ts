import type { Loader } from '../catalogue/loader.ts';
import type { RepoKind, Stated } from '../reference.ts';
import type { Call } from './expression.ts';
import { keywordArgument } from './stated.ts';

/** The kind of repo that a keyword of the call tells. */
export function toldKind({ told }: Loader, call: Call): RepoKind | undefined {
  const value = told && keywordArgument(call, told.keyword)?.value;
  return value?.type === 'text' && Object.hasOwn(told!.kinds, value.value) ? told!.kinds[value.value] : undefined;
}

const REPO_TYPES: Readonly<Record<string, RepoKind>> = { model: 'model', dataset: 'dataset', space: 'space' };

/** The kind that `repo_type=…` asks for; where nothing is stated the usual one of the argument. */
export function repoType(stated: Stated<boolean | string>, usual: RepoKind): RepoKind {
  if (stated.state === 'absent') return usual;
  return stated.state === 'known' ? (REPO_TYPES[String(stated.value)] ?? usual) : 'unknown';
}
