import type { Language } from './document.ts';
import { all, BY_EXTENSION, languageOf, NAME_GLOBS } from './languageOf.ts';

/** Editors' names of the languages that we read. */
const BY_EDITOR_ID: ReadonlyMap<string, Language> = new Map(
  Object.entries({
    python: 'python',
    markdown: 'markdown',
    shellscript: 'shell',
    sh: 'shell',
    bash: 'shell',
    bat: 'batch',
    dosbatch: 'batch',
    powershell: 'powershell',
    ps1: 'powershell',
    ...all('javascript javascriptreact typescript typescriptreact', 'javascript'),
    ...all('html vue svelte astro', 'html'),
    ...all('yaml dockercompose github-actions-workflow gitlab-ci helm', 'yaml'),
    ...all('json jsonc json5', 'json'),
    toml: 'toml',
    dotenv: 'dotenv',
    ...all('terraform hcl', 'settings'),
    'pip-requirements': 'requirements',
    ...all('dockerfile containerfile', 'dockerfile'),
    ...all('makefile just', 'makefile'),
    modelfile: 'modelfile',
    rust: 'rust',
    go: 'go',
    ...all('java kotlin scala groovy', 'java'),
    csharp: 'csharp',
    swift: 'swift',
  } as const),
);

/** The editors' names of the languages that we read. */
export const EDITOR_LANGUAGES: readonly string[] = [...BY_EDITOR_ID.keys()];

/** Under these an editor also shows files that we know by their names: `.env`, `requirements.txt`. */
export const WIDER_LANGUAGES: readonly string[] = ['plaintext', 'properties', 'ini'];

/** Every file that a scan may read, in patterns of an editor. */
export const FILE_GLOBS: readonly string[] = [
  `**/*.{${[...BY_EXTENSION.keys()].join(',')}}`,
  ...NAME_GLOBS.map(name => `**/${name}`),
];

/** Words for a language that are neither an editor's nor the ending of a file: behind the fence of a block of code. */
const BY_WORD: ReadonlyMap<string, Language> = new Map(
  Object.entries({
    ...all('python3 ipython ipython3 pycon', 'python'),
    ...all('shell console terminal shell-session sh-session commandline', 'shell'),
    ...all('batch', 'batch'),
    ...all('pwsh', 'powershell'),
    ...all('node javascriptreact typescriptreact', 'javascript'),
    ...all('compose docker-compose', 'yaml'),
    docker: 'dockerfile',
    make: 'makefile',
    ...all('c# c++ objective-c ruby text plaintext plain none', 'text'),
  } as const),
);

/** The language that a document says a block of code is in, in a word such as `py`, `console` or `Dockerfile`. */
export function languageOfWord(word: string): Language {
  const key = word.toLowerCase();
  return BY_WORD.get(key) ?? BY_EDITOR_ID.get(key) ?? BY_EXTENSION.get(key) ?? 'other';
}

/**
 * The language of a text that an editor shows. What the editor calls it decides, but for files that the editor knows by
 * a wider name only (`.env` as properties, a notebook opened as JSON); `other` when we have no reader for it.
 */
export function languageInEditor(languageId: string, path: string): Language {
  const named = BY_EDITOR_ID.get(languageId);
  if (named && named !== 'json') return named;
  const promised = languageOf(path);
  return promised === 'other' ? (named ?? promised) : promised;
}
