import { existsSync } from 'node:fs';
import { platform } from 'node:process';
import { type Facts, nothingKnown } from '../core/facts/facts.ts';
import { isPossibleName } from '../core/facts/repoName.ts';
import type { Exchange } from '../hub/exchange.ts';
import { factsFolder } from '../hub/factsFolder.ts';
import { chooseHub } from '../hub/hubChoice.ts';
import { openHub } from '../hub/openHub.ts';
import { ownExchange } from '../hub/ownExchange.ts';
import type { RepoName } from '../hub/repoAddress.ts';
import { detached } from '../workspace/detached.ts';
import type { World } from './command.ts';
import { GAVE_UP, givingUp } from './givingUp.ts';
import type { Arguments, OptionName } from './options.ts';
import { type Tally, tallyOf } from './tally.ts';
import { UsageError } from './usageError.ts';

/** Every command that looks repos up takes these. */
export const HUB_OPTIONS = ['offline', 'hub-url', 'token-env'] as const satisfies readonly OptionName[];

/** What a command knows of the Hub. */
export interface Hub {
  readonly host: string;
  /** Nobody is asked, and why. */
  readonly offline?: string;
  /** The same for every repo, where nobody is asked and nothing was kept from before. */
  readonly always?: Facts;
  /** Never rejects: what cannot be had is unknown and says why. */
  readonly lookUp: (repo: RepoName) => Promise<Facts>;
  readonly tally: Tally;
}

/** Facts that memory holds: ids that are given twice are given close together, or the disk has them. */
const MEMORY = 64;

/** Opens the Hub that the arguments and the environment choose; what they get wrong is a usage error. */
export async function openHubOf(args: Arguments, world: World): Promise<Hub> {
  const { variables } = world.environment;
  const [hubUrl, tokenVariable] = [args.text('hub-url'), args.text('token-env')];
  const choice = chooseHub(
    {
      ...(hubUrl !== undefined && { hubUrl }),
      ...(tokenVariable !== undefined && { tokenVariable }),
      ...(args.flag('offline') && { offline: 'look-ups are turned off by --offline' }),
    },
    variables,
  );
  if ('problem' in choice) throw new UsageError(choice.problem);
  const { endpoint, token, offline } = choice;
  const tally = tallyOf(endpoint.host, token !== undefined);
  const { host } = endpoint;
  const cacheFolder = factsFolder(world.environment, platform);
  if (offline !== undefined && !existsSync(cacheFolder)) {
    const always = nothingKnown(offline);
    return { host, offline, always, lookUp: async () => always, tally };
  }
  const wishes = { ...choice, cacheFolder, memory: MEMORY, version: world.version };
  const { lookUp: remember } = openHub({ ...wishes, exchange: nobody, offline: offline ?? GAVE_UP });
  if (offline !== undefined)
    return { host, offline, lookUp: ({ id, kind }) => remember({ id: detached(id), kind }), tally };
  const exchange = await ownExchange(variables);
  if (typeof exchange === 'object') throw new UsageError(exchange.problem);
  const { lookUp } = openHub({ ...wishes, exchange });
  const ask = givingUp<RepoName>(lookUp, remember);
  return {
    host,
    async lookUp({ id, kind }) {
      const facts = await ask({ id: detached(id), kind });
      if (isPossibleName(id)) tally.note(facts);
      return facts;
    },
    tally,
  };
}

const nobody: Exchange = () => Promise.reject(new Error('nobody is asked'));
