import type { Connection } from 'vscode-languageserver';
import { type InitializationOptions, methods, parseMessage, type Status, TokenChanged } from '../protocol.ts';
import { exchangeByClient } from './clientExchange.ts';
import type { Door } from './door.ts';
import { type HeldHub, holdHub, type SignedIn } from './hubHolder.ts';
import { isOnDisk, type Judged, pathOf } from './judging.ts';
import { createLookUps, type LookUps } from './lookUps.ts';
import type { Unit } from './openTexts.ts';
import type { Settings } from './settings.ts';
import { createStatusBoard } from './statusBoard.ts';
import type { World } from './world.ts';

export interface LookUpSessionNeeds {
  readonly world: World;
  readonly options: InitializationOptions;
  readonly version: string;
  readonly tell: (status: Status) => void;
  /** Those of the whole window: a Hub is no matter of single files. */
  readonly settings: () => Promise<Settings>;
  readonly trusted: () => boolean;
  readonly unit: (uri: string) => Unit | undefined;
  readonly latest: (textUri: string) => Judged | undefined;
  readonly judgeAgain: (unitUri: string) => Promise<void>;
}

export interface LookUpSession {
  readonly lookUps: LookUps;
  readonly held: () => HeldHub;
  /** Opens the Hub that the settings name now, if it is another one than before. */
  readonly open: () => Promise<void>;
  /** Waits until the first Hub is chosen. */
  readonly opened: () => Promise<void>;
  /** The workspace may be asked for its history from now on. */
  readonly trustGranted: () => void;
  readonly engineStatus: (status: Status) => void;
}

/** The Hub of the earliest repos: the dates of older ones are not known, and say nothing of a line's age. */
const HUB_FLOOR = Date.UTC(2022, 2, 3);

/** Look-ups as the client sees them: whom they go to, its token, its cache, and how they are doing. */
export function wireLookUps(connection: Connection, door: Door, needs: LookUpSessionNeeds): LookUpSession {
  const { world, options, version } = needs;
  let who: SignedIn = options;
  let gone = false;

  const holder = holdHub({
    world: world.hub,
    byClient: options.hubFetch ? mark => exchangeByClient(connection, () => gone, mark) : undefined,
    environmentToken: options.environmentToken,
    version,
    changed() {
      board.hub();
      lookUps.weatherChanged();
    },
  });
  const board = createStatusBoard(needs.tell, holder.held);
  const lookUps = createLookUps({
    holder,
    busy: board.busy,
    retryMs: world.hub.retryMs,
    arrived(unitUris) {
      for (const uri of unitUris) {
        door.start('facts', async () => {
          await needs.judgeAgain(uri);
          if (await learnHistory(uri)) await needs.judgeAgain(uri);
        });
      }
    },
  });

  let opening: Promise<void> = Promise.resolve();
  const open = (): Promise<void> => {
    opening = choose();
    return opening;
  };

  async function choose(): Promise<void> {
    if (!holder.use(await needs.settings(), who)) return;
    lookUps.restart();
    board.hub();
    for (const uri of lookUps.followed()) await needs.judgeAgain(uri);
  }

  /** Only a repo that is younger than a line can have another owner than the line meant. */
  async function learnHistory(unitUri: string): Promise<boolean> {
    const unit = needs.unit(unitUri);
    if (!world.history || !needs.trusted() || !unit || unit.notebook || !isOnDisk(unitUri)) return false;
    const references = needs.latest(unitUri)?.reading.references ?? [];
    const mayBeYounger = references.some(reference => {
      const { repo } = lookUps.facts(reference);
      return repo.state === 'known' && (repo.value.createdAt ?? 0) > HUB_FLOOR;
    });
    return mayBeYounger && world.history.learn(pathOf(unitUri));
  }

  connection.onNotification(methods.tokenChanged, (message: unknown) => {
    const told = parseMessage(TokenChanged, message);
    if (!told) return;
    who = told;
    door.start('token', () => {
      holder.forget();
      return open();
    });
  });
  connection.onRequest(
    methods.clearCache,
    door.guard('clear cache', null, async () => {
      await holder.clear();
      lookUps.restart();
      for (const uri of lookUps.followed()) await needs.judgeAgain(uri);
      return null;
    }),
  );
  connection.onShutdown(() => {
    gone = true;
    lookUps.stop();
    door.close();
  });

  const trustGranted = (): void => {
    for (const uri of lookUps.followed()) {
      door.start('history', async () => {
        if (await learnHistory(uri)) await needs.judgeAgain(uri);
      });
    }
  };

  return { trustGranted, lookUps, held: holder.held, open, opened: () => opening, engineStatus: board.engine };
}
