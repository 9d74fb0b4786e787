import type { Language } from '../document.ts';
import { PLAIN_READERS } from './plainReaders.ts';
import { readPython } from './python/readPython.ts';
import type { FileReaders, ShellReading } from './shell/innerTexts.ts';
import { readShell } from './shell/readShell.ts';

const LANGUAGES: Readonly<Record<string, Language>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  toml: 'toml',
  env: 'dotenv',
  ...Object.fromEntries(['properties', 'ini', 'cfg', 'conf', 'tfvars'].map(ending => [ending, 'settings' as const])),
};

/** Files of settings that a script writes by here-documents are read as those files are. */
const readFile: FileReaders = ending => {
  const reader = PLAIN_READERS[LANGUAGES[ending] ?? 'other'];
  return reader && (text => reader({ path: '', text }));
};

/** Reads a shell script, with the programs and the files that stand in it. */
export const readShellScript = (text: string): ShellReading => readShell(text, readPython, readFile);
