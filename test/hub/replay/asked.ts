import type { ReplayRepo } from './replayRepo.ts';
import type { RepoKind } from './scenario.ts';
import type { World } from './world.ts';

/** Who asks. `valid`: known, but admitted nowhere; `granted`: admitted to gated and private repos too. */
export type Token = 'none' | 'valid' | 'granted' | 'bad';

/** Tokens that the replay Hub knows. */
export const TOKENS: Readonly<Record<string, Token>> = { hf_replay: 'valid', hf_replay_granted: 'granted' };

/** A request as the routes see it. */
export interface Asked {
  readonly method: string;
  /** As the client wrote it, on the public address of the Hub. */
  readonly url: URL;
  /** Decoded, so that a segment may hold a slash: `refs/pr/1`. */
  readonly path: readonly string[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly token: Token;
  readonly world: World;
  /** Where large files lie: another origin. */
  readonly foreignUrl: string;
}

/** A repo that was found, and what is asked of it. */
export interface AskedRepo extends Asked {
  readonly repo: ReplayRepo;
  readonly kind: RepoKind;
  /** Behind the id: `['tree', 'main']`. */
  readonly rest: readonly string[];
}

export const KINDS: Readonly<Record<string, RepoKind>> = {
  models: 'model',
  datasets: 'dataset',
  spaces: 'space',
  kernels: 'kernel',
};

export function tokenIn(authorization: string | undefined): Token {
  if (authorization === undefined) return 'none';
  return TOKENS[/^Bearer (.+)$/i.exec(authorization)?.[1] ?? ''] ?? 'bad';
}
