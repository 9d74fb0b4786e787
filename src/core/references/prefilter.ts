import type { Language } from '../document.ts';
import { CALL_WORDS } from './callforms/words.ts';
import { COMMANDS } from './catalogue/commands.ts';
import { CONFIG_WORDS } from './catalogue/configFields.ts';
import { MODEL_VARIABLES } from './catalogue/environment.ts';
import type { Loader } from './catalogue/loader.ts';
import { PYTHON_LOADERS } from './catalogue/pythonLoaders.ts';
import { JAVASCRIPT_WORDS } from './javascript/words.ts';
import { RUST_WORDS } from './rust/words.ts';

/** The word without which a row can match nothing: its own name, where that tells enough, else its library's. */
function wordsOf(row: Loader): readonly string[] {
  const last = row.callee.split('.').at(-1)!;
  if (last === '*') return row.ids.flatMap(id => id.keywords);
  const longest = last.split('*').sort((a, b) => b.length - a.length)[0]!;
  return row.byName ? [longest] : row.from;
}

/** One pattern for all of them; a word that begins with another adds nothing to it. */
const anyOf = (words: readonly string[]) =>
  [...new Set(words)]
    .sort()
    .reduce<string[]>((kept, word) => (kept.length > 0 && word.startsWith(kept.at(-1)!) ? kept : [...kept, word]), [])
    .map(word => word.replace(/[.\\]/g, '\\$&'))
    .join('|');

const ADDRESSES = 'hf:\\/\\/|huggingface(?:\\.co|:\\/\\/)|hf\\.co|hf-mirror\\.com|ai\\.djl\\.huggingface|open_from_hf';

/** Loads that unpickle; see `python/unsafeLoads.ts`. */
const UNPICKLING = 'torch\\.load|torch import|pickle|joblib|dill|load_state_dict_from_url';

/** The plain words of the patterns that begin a command; of a script's generic rows, their flags. */
const COMMAND_WORDS = COMMANDS.flatMap(row => {
  const program = row.words[0]!.replace(/\(\?:[^()|]*\)\?/g, '').match(/[a-z_][a-z_-]{2,}|^hf/g);
  const isGeneric = /python|torchrun|docker/.test(row.words[0]!);
  return isGeneric || !program ? Object.keys(row.flags) : program.map(word => (word === 'hf' ? 'hf ' : word));
});

const PYTHON_WORDS = `${anyOf(PYTHON_LOADERS.flatMap(wordsOf))}|${ADDRESSES}|${UNPICKLING}`;
const SHELL_WORDS = `${anyOf([...COMMAND_WORDS, ...Object.keys(MODEL_VARIABLES)])}|-hf|model(?:\\.|_)path=|name_or_path=|train_files=|${ADDRESSES}`;
const CODE = new RegExp(`${PYTHON_WORDS}|${SHELL_WORDS}`);
const SHELL = CODE;

/** Fields, commands and variables, which also a file of settings may hold. */
const CONFIG = new RegExp(`(?<![A-Za-z])(?:${CONFIG_WORDS.join('|')})|${SHELL_WORDS}|from_pretrained`);

/** In prose: a block of code, an address, or front matter. */
const PROSE = new RegExp(`\`\`\`|~~~|^(?: {4}|\\t)|^---|${ADDRESSES}`, 'm');

const SCRIPT = new RegExp(`${JAVASCRIPT_WORDS}|${ADDRESSES}`);

/** In a text of which only addresses count. */
const ADDRESS = new RegExp(ADDRESSES);

/** In a file of settings: the variables that hold an id. */
const SETTINGS = new RegExp(`${anyOf(Object.keys(MODEL_VARIABLES))}|${ADDRESSES}`, 'i');

const WORTH_READING: Readonly<Partial<Record<Language, RegExp>>> = {
  python: CODE,
  shell: SHELL,
  notebook: CODE,
  markdown: PROSE,
  javascript: SCRIPT,
  rust: new RegExp(`${RUST_WORDS}|${ADDRESSES}`),
  go: new RegExp(`${CALL_WORDS.go}|${ADDRESSES}`),
  java: new RegExp(`${CALL_WORDS.java}|${ADDRESSES}`),
  csharp: new RegExp(`${CALL_WORDS.csharp}|${ADDRESSES}`),
  swift: new RegExp(`${CALL_WORDS.swift}|${ADDRESSES}`),
  html: new RegExp(`${SCRIPT.source}|<gradio-app`),
  yaml: CONFIG,
  json: CONFIG,
  toml: CONFIG,
  dockerfile: CODE,
  makefile: CODE,
  batch: CODE,
  powershell: CODE,
  dotenv: SETTINGS,
};

/** Can the text name a repo, or unpickle, at all? One search, so that a scan parses only what matters. */
export const isWorthReading = (language: Language, text: string): boolean =>
  language !== 'other' && (WORTH_READING[language] ?? ADDRESS).test(text);
