import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { readSettings, type Settings } from '../settings.ts';
import type { Log } from '../world.ts';

export const SECTION = 'modelTrust';

export interface Configuration {
  /** The settings for a file, or without one those of the whole window. */
  readonly of: (uri?: string) => Promise<Settings>;
  /** The client told of a change. Older clients send the new settings along. */
  readonly changed: (sent: unknown) => void;
}

/**
 * Settings are the client's, resource by resource, and it is asked once for each until something changes.
 * A client that cannot be asked has given its settings at the handshake, and sends them again when they change.
 */
export function createConfiguration(
  connection: Connection,
  capabilities: ClientCapabilities,
  given: unknown,
  log: Log,
): Configuration {
  const canAsk = capabilities.workspace?.configuration === true;
  let fixed = readSettings(given);
  let answers = new Map<string | undefined, Promise<Settings>>();

  async function ask(uri: string | undefined): Promise<Settings> {
    try {
      return readSettings(
        await connection.workspace.getConfiguration({ ...(uri && { scopeUri: uri }), section: SECTION }),
      );
    } catch (error) {
      log.warn(`The client did not tell its settings, the defaults hold: ${String(error)}`);
      return fixed;
    }
  }

  return {
    of(uri) {
      if (!canAsk) return Promise.resolve(fixed);
      const answer = answers.get(uri) ?? ask(uri);
      answers.set(uri, answer);
      return answer;
    },
    changed(sent) {
      answers = new Map();
      const section = sectionOf(sent);
      if (!canAsk && section !== undefined) fixed = readSettings(section);
    },
  };
}

const sectionOf = (sent: unknown): unknown =>
  typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[SECTION] : undefined;
