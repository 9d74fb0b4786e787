import type { Language } from './document.ts';

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map(
  Object.entries({
    py: 'python',
    pyi: 'python',
    pyw: 'python',
    ipynb: 'notebook',
    md: 'markdown',
    markdown: 'markdown',
    mdx: 'markdown',
    qmd: 'markdown',
    rmd: 'markdown',
    sh: 'shell',
    bash: 'shell',
    zsh: 'shell',
    ksh: 'shell',
    command: 'shell',
    bat: 'batch',
    cmd: 'batch',
    ps1: 'powershell',
    psm1: 'powershell',
    ...all('js cjs mjs jsx ts cts mts tsx', 'javascript'),
    ...all('html htm xhtml vue svelte astro', 'html'),
    ...all('yaml yml', 'yaml'),
    ...all('json jsonc json5 code-workspace', 'json'),
    toml: 'toml',
    env: 'dotenv',
    ...all('dockerfile containerfile', 'dockerfile'),
    mk: 'makefile',
    modelfile: 'modelfile',
    rs: 'rust',
    go: 'go',
    ...all('java kt kts scala groovy gradle', 'java'),
    ...all('cs csx fs vb', 'csharp'),
    swift: 'swift',
    ...all(
      'txt rst adoc asciidoc org tex ini cfg conf config properties tf hcl bicep gitmodules service desktop plist xml',
      'text',
    ),
    ...all(
      'c cc cpp cxx h hh hpp m mm cu php rb r jl lua pl ex exs dart zig nim nix sql proto graphql css scss',
      'text',
    ),
  } as const),
);

function all<const L extends Language>(extensions: string, language: L): Record<string, L> {
  return Object.fromEntries(extensions.split(' ').map(extension => [extension, language]));
}

/** Files whose whole name tells. */
const BY_NAME: readonly (readonly [RegExp, Language])[] = [
  [/^readme(?:\.txt)?$/, 'markdown'],
  [/^(?:docker|container)file(?:[.-](?!(?:md|dockerignore|sh|py)$)[\w.-]+)?$/, 'dockerfile'],
  [/^(?:gnu)?makefile(?:\.(?!md$)\w+)?$|^justfile$/, 'makefile'],
  [/^modelfile(?:[.-][\w.-]+)?$/, 'modelfile'],
  [
    /^\.env(?:\.[\w.-]+)?$|^[\w.-]+\.env(?:\.(?:example|sample|template|dist|local))?$|^env\.(?:example|sample|template)$/,
    'dotenv',
  ],
  [/^\.envrc$/, 'shell'],
  [/^[\w.-]*(?:requirements|constraints)[\w.-]*\.(?:txt|in)$/, 'requirements'],
];

/** What a first line such as `#!/usr/bin/env python3` starts. */
const BY_INTERPRETER: readonly (readonly [RegExp, Language])[] = [
  [/^python[\d.]*w?$/, 'python'],
  [/^(?:ba|z|k|da|a)?sh$/, 'shell'],
  [/^pwsh$/, 'powershell'],
];

/** The language that a file's name promises; `other` when we have no reader for it. */
export function languageOf(path: string): Language {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (named) return named;
  if (/(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/i.test(path)) return 'requirements';
  const dot = name.lastIndexOf('.');
  return (dot >= 0 && BY_EXTENSION.get(name.slice(dot + 1))) || 'other';
}

/** A name without an extension promises nothing: only the first line can tell. */
export const mayBeScript = (path: string): boolean => !path.slice(path.lastIndexOf('/') + 1).includes('.');

/** The language of the interpreter that a script's first line asks for. */
export function languageOfFirstLine(text: string): Language {
  const words = /^#![ \t]*([^\r\n]{1,200})/.exec(text)?.[1]?.split(/[ \t]+/) ?? [];
  const program = words
    .map(word => word.slice(word.lastIndexOf('/') + 1))
    .find(word => word !== 'env' && !/^-|=/.test(word));
  return BY_INTERPRETER.find(([pattern]) => program !== undefined && pattern.test(program))?.[1] ?? 'other';
}

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
