import type { Language } from '../document.ts';
import { CALL_WORDS } from './callforms/words.ts';
import type { CommandLoader } from './catalogue/commandLoader.ts';
import { COMMANDS } from './catalogue/commands.ts';
import { CONFIG_WORDS } from './catalogue/configFields.ts';
import { MODEL_VARIABLES } from './catalogue/environment.ts';
import type { Loader } from './catalogue/loader.ts';
import { HUB_LIBRARIES } from './catalogue/names.ts';
import { FETCHES, holdsPublishedId } from './catalogue/publishedIds.ts';
import { PYTHON_LOADERS } from './catalogue/pythonLoaders.ts';
import { CARD } from './catalogue/repoConfigs.ts';
import { JAVASCRIPT_WORDS } from './javascript/words.ts';
import { RUST_WORDS } from './rust/words.ts';

/*
 * A word here that unrelated files hold makes a scan slow, a word that is missing loses references. So a pattern is as
 * narrow as its reader: a word stands alone, a word that everybody uses (`load`, `completion`, `ray`) counts where it is
 * called or imported, and a command by all the words that it begins with.
 */

const escaped = (word: string): string => word.replace(/[.\\]/g, '\\$&');

const anyOf = (patterns: readonly string[]): string => [...new Set(patterns)].sort().join('|');

/** A word that is found in any program says nothing: one of small letters only, without an underscore. */
const isCommon = (word: string): boolean => /^[a-z]+$/.test(word);

/** What a file that calls this loader must hold; of a loader that only its import makes sure, nothing. */
function callPattern({ callee, byName, ids }: Loader): readonly string[] {
  const parts = callee.replaceAll('()', '').split('.');
  if (parts.length === 1 && parts[0] === '*') return ids.flatMap(id => id.keywords.map(word => `${word}\\b`));
  if (!byName) return [];
  const literal = (part: string) => part.split('*').sort((a, b) => b.length - a.length)[0]!;
  const [telling] = parts
    .filter(part => !isCommon(literal(part)))
    .sort((a, b) => literal(b).length - literal(a).length);
  if (telling === undefined) return [`${parts.at(-1)}\\s{0,4}\\(`];
  const word = escaped(literal(telling));
  return [telling.endsWith(literal(telling)) ? `${word}\\b` : word];
}

/** Of `*FlagModel` the word stands behind others. */
const beginsInside = ({ callee }: Loader): boolean => /(?:^|\.)\*\w/.test(callee);
const [INSIDE, WHOLE] = [PYTHON_LOADERS.filter(beginsInside), PYTHON_LOADERS.filter(row => !beginsInside(row))];

/** Libraries whose loaders, or some of them, are known by the import alone. */
const LIBRARIES = [
  ...HUB_LIBRARIES,
  ...PYTHON_LOADERS.filter(row => !row.byName || row.callee.split('.').every(isCommon)).flatMap(row => row.from),
];

/** `import a, ray`, `from ray.serve import …`. */
const IMPORTS = `(?:import|from)\\s{1,4}(?:[\\w.]+(?:\\s{1,4}as\\s{1,4}\\w+)?\\s{0,4},\\s{0,4}){0,20}(?:${anyOf(LIBRARIES.map(escaped))})\\b`;

const ADDRESSES =
  'hf:\\/\\/|[Hh]ugging[Ff]ace(?:\\.co|:\\/\\/)|hf\\.co|hf-mirror\\.com|ai\\.djl\\.huggingface|open_from_hf';

/** Names that say "Hub" themselves, and what else names an id by its own prefix. */
const TELLING_NAMES =
  'name_or_path|(?:hf|huggingface)_\\w{0,20}(?:model|repo|tokenizer|checkpoint|dataset)|huggingface\\/';

/** Loads that unpickle; see `python/unsafeLoads.ts`. */
const UNPICKLING = 'torch\\.load|torch import|pickle|joblib|dill\\b|load_state_dict_from_url';

/** Between two words of a command: blanks, line breaks, or the quotes and commas of a list, also as JSON writes them. */
const BETWEEN = '[\\s"\'\\\\,n]{1,40}';

/** What begins a command. Of a program that runs anything (`python`, `docker run`), the flags that a row looks for. */
function commandPattern({ words, flags }: CommandLoader): readonly string[] {
  const [program = '', ...rest] = words.map(word => word.replace(/^\(\?:[^()|]*\)\?|^\\S\*/, ''));
  if (/python|torchrun|docker|accelerate|uv\b|llama|\\S/.test(program) || rest.some(word => /\\S/.test(word)))
    return Object.keys(flags).map(flag => `${flag}(?![\\w-])`);
  return [[`(?:${program})(?![\\w-])`, ...rest.map(word => `(?:${word})`)].join(BETWEEN)];
}

const VARIABLES = `(?:${anyOf(Object.keys(MODEL_VARIABLES))})\\b`;

/** Settings of Hydra and its kin on a command line. */
const SETTINGS =
  '(?:model(?:\\.|_)(?:path|name|id|model_id)|base_model|policy\\.path|(?:pretrained|tokenizer)_path|train_files|val_files)=';

const COMMAND_WORDS = `${anyOf(COMMANDS.flatMap(commandPattern))}|${VARIABLES}|${SETTINGS}`;

/** A word at whose beginning nothing else stands. */
const alone = (words: string) => `(?<![\\w])(?:${words})`;

const CODE = `${alone(`${anyOf(WHOLE.flatMap(callPattern))}|${COMMAND_WORDS}`)}|${anyOf(INSIDE.flatMap(callPattern))}|${IMPORTS}|${UNPICKLING}|${TELLING_NAMES}|${ADDRESSES}`;

/** Fields, commands and variables, which also a file of settings may hold. */
const CONFIG = `(?<![A-Za-z])(?:${CONFIG_WORDS.join('|')})|${alone(COMMAND_WORDS)}|from_pretrained|snapshot_download|hf_hub_download|load_dataset|${TELLING_NAMES}|${ADDRESSES}`;

const TOLD_NAMES =
  '(?:model|tokenizer|embedder|reranker|backbone|encoder|tower|llm|repo|repository|checkpoint|ckpt|adapter|lora|dataset|data)(?:[_-]?(?:id|name|path|repo|checkpoint|repo[_-]?id|name[_-]or[_-]path))?';

const TOLD_VALUE = '["\'\\\\]{0,3}(?:\\$\\{[\\w.]{1,40}:?[-=]{0,2}["\']?)?[a-z0-9][\\w.-]{1,95}\\/[\\w.-]{2}';

/**
 * A field, a variable or a flag that `tellingOf` may know, or a row of which the shape of the id is a part, and such an
 * id behind it. Only with its value is the name narrow.
 */
const TOLD = `(?:${TOLD_NAMES}|default|value|(?:model|tokenizer|preset|dataset|models)["']?:[^/]{0,60}(?:name|id))["'\\\\]{0,3}[ \\t]{0,4}[:=][ \\t]{0,8}(?:\\[\\s{0,24}|\\n[ \\t]{0,24}- {1,3})?${TOLD_VALUE}|--[\\w.-]{0,40}${TOLD_NAMES}["',\\s=\\\\-]{1,24}${TOLD_VALUE}`;

/** A script that writes settings, whose words are those of settings. */
const WRITES_SETTINGS =
  '\\.(?:ya?ml|json|toml|env)\\b[^\\n]{0,80}<<|<<[^\\n]{0,80}\\.(?:ya?ml|json|toml|env)\\b|kubectl[^\\n]{0,80}<<|<<[^\\n]{0,80}kubectl';

const SCRIPT = `${JAVASCRIPT_WORDS}|${ADDRESSES}`;

const SOURCES: Readonly<Partial<Record<Language, string>>> = {
  python: `${CODE}|# ?@param `,
  shell: CODE,
  dockerfile: CODE,
  makefile: CODE,
  batch: CODE,
  powershell: CODE,
  javascript: SCRIPT,
  html: `${SCRIPT}|<gradio-app`,
  yaml: CONFIG,
  json: CONFIG,
  toml: CONFIG,
  rust: `${RUST_WORDS}|${ADDRESSES}`,
  go: `${CALL_WORDS.go}|${ADDRESSES}`,
  java: `${CALL_WORDS.java}|${ADDRESSES}`,
  csharp: `${CALL_WORDS.csharp}|${ADDRESSES}`,
  swift: `${CALL_WORDS.swift}|${ADDRESSES}`,
};

/** A block of a document may be in any language; its front matter has fields of its own. */
const CARD_FIELDS = anyOf(CARD.fields.map(field => field.at.split(/[.[\]]+/)[0]!.replaceAll('_', '[_-]')));
const DOCUMENT = [...new Set(Object.values(SOURCES)), `^["']?(?:${CARD_FIELDS})["']?[ \\t]{0,8}:`];

/** Languages in which names that no table lists may tell of an id. */
const TELLING: readonly Language[] = ['dockerfile', 'makefile', 'batch', 'powershell', 'yaml', 'json', 'toml'];

/** A script that fetches, and an id behind it. */
const FETCHED = `(?:${FETCHES.source})[\\w.-]{0,20} [^\\n/]{0,40}[A-Za-z0-9][\\w.-]{1,40}\\/\\w`;

const caseOf = (source: string) => new RegExp(source, source === TOLD || source === FETCHED ? 'i' : '');

/** One after the other: joined into one, the engine takes twenty times as long over them (measured on Node 20). */
const WORTH_READING: Readonly<Partial<Record<Language, readonly RegExp[]>>> = {
  ...Object.fromEntries(Object.entries(SOURCES).map(([language, source]) => [language, [new RegExp(source)]])),
  shell: [CODE, WRITES_SETTINGS, TOLD, FETCHED].map(caseOf),
  dotenv: [new RegExp(`${VARIABLES.replace(/\\b$/, '')}|${TOLD}|${ADDRESSES}`, 'i')],
  settings: [new RegExp(`${TOLD}|TransformerModel|${ADDRESSES}`, 'i')],
  ...Object.fromEntries(TELLING.map(language => [language, [SOURCES[language]!, TOLD].map(caseOf)])),
  markdown: [...DOCUMENT.map(source => new RegExp(source, 'm')), new RegExp(TOLD, 'i'), caseOf(FETCHED)],
  // The text of a notebook is JSON, where a line break that is written `\n` stands directly before a word.
  notebook: [
    ...DOCUMENT.map(source => new RegExp(source.replaceAll('(?<![\\w])', ''), 'm')),
    new RegExp(TOLD, 'i'),
    caseOf(FETCHED),
  ],
};

/** Languages in which an id counts by its publisher alone. */
const PUBLISHED: ReadonlySet<Language> = new Set([
  ...TELLING,
  'python',
  'shell',
  'dotenv',
  'settings',
  'markdown',
  'notebook',
]);

/** In a text of which only addresses count. */
const ADDRESS = [new RegExp(ADDRESSES)];

/** Can the text name a repo, or unpickle, at all? A search or few, so that a scan parses only what matters. */
export const isWorthReading = (language: Language, text: string): boolean =>
  language !== 'other' &&
  ((WORTH_READING[language] ?? ADDRESS).some(words => words.test(text)) ||
    (PUBLISHED.has(language) && holdsPublishedId(text)));
