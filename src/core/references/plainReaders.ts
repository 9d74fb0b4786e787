import type { Language } from '../document.ts';
import { addressReferences } from './address/addressReferences.ts';
import { callFormReader } from './callforms/readCallForms.ts';
import { configReader } from './config/readConfig.ts';
import { readHtml } from './html/readHtml.ts';
import { readJavaScript } from './javascript/readJavaScript.ts';
import type { PlainReader } from './plainReader.ts';
import { readRust } from './rust/readRust.ts';
import { readDockerfile } from './shell/dockerfile.ts';
import { readDotenv } from './shell/dotenv.ts';
import { readMakefile } from './shell/makefile.ts';
import { readModelfile } from './shell/modelfile.ts';
import { readRequirements } from './shell/requirements.ts';
import { readSettings } from './shell/settings.ts';
import { readBatch, readPowerShell } from './shell/windows.ts';

/** A text of which nothing is understood but the addresses in it. */
const readAddresses: PlainReader = ({ path, text }) => ({
  references: addressReferences(text, span => span, path.endsWith('.gitmodules') ? 'git submodule' : undefined),
  codeHazards: [],
});

/** Files, blocks of documents and cells of notebooks in these languages are read by one and the same reader. */
export const PLAIN_READERS: Readonly<Partial<Record<Language, PlainReader>>> = {
  javascript: readJavaScript,
  html: readHtml,
  yaml: configReader('yaml'),
  json: configReader('json'),
  toml: configReader('toml'),
  dotenv: readDotenv,
  settings: readSettings,
  requirements: readRequirements,
  dockerfile: readDockerfile,
  makefile: readMakefile,
  modelfile: readModelfile,
  rust: readRust,
  go: callFormReader('go'),
  java: callFormReader('java'),
  csharp: callFormReader('csharp'),
  swift: callFormReader('swift'),
  batch: readBatch,
  powershell: readPowerShell,
  text: readAddresses,
};
