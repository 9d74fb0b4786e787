import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** A VS Code that shows the files and us, asks nothing, and calls nobody. */
const QUIET_SETTINGS: Settings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // The browser's default writes the file a second after every edit; the desktop's does not.
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The folder that one run of the editor owns: settings, extensions, logs. */
export interface Profile {
  readonly home: string;
  readonly extensions: string;
  readonly user: string;
  /** For what the editor and its extensions drop into the system's temporary folder. */
  readonly temporary: string;
}

/** Nobody is asked for a repo unless a run says whom. */
export const NO_LOOK_UPS: Settings = { 'modelTrust.lookUps': false };

/**
 * Lays out a profile in `home`; settings that lie there already stay as the user left them. Those of the
 * machine, which count where the editor is in a browser, are this run's: an address in them is another one each time.
 */
export function makeProfile(home: string, settings: Settings = {}, machine: Settings = NO_LOOK_UPS): Profile {
  const profile = { home, extensions: join(home, 'ext'), user: join(home, 'user'), temporary: join(home, 'tmp') };
  const folder = join(profile.user, 'User');
  const machineFolder = join(profile.user, 'Machine');
  for (const each of [folder, machineFolder, join(profile.user, 'logs'), profile.extensions, profile.temporary]) {
    mkdirSync(each, { recursive: true });
  }
  writeIfAbsent(join(folder, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  setMachine(profile, machine);
  return profile;
}

/** The editor hears of it while it runs, too. */
export const setMachine = ({ user }: Profile, machine: Settings): void =>
  writeFileSync(join(user, 'Machine', 'settings.json'), JSON.stringify(machine, null, 2));

function writeIfAbsent(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** What one run of the editor owns, all in one temporary folder. */
export interface Run {
  readonly folder: string;
  readonly home: string;
  /** A copy of the workspace that may be written to. */
  readonly workspace: string;
}

export function makeRun(workspace: string): Run {
  const folder = mkdtempSync(join(tmpdir(), 'model-trust-'));
  const run = { folder, home: join(folder, 'home'), workspace: join(folder, 'ticket-triage') };
  mkdirSync(run.home);
  cpSync(workspace, run.workspace, { recursive: true });
  return run;
}

/** The editor's last processes may still be writing into it for a moment. */
export function removeRun({ folder }: Run): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
