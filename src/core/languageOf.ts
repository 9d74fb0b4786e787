import type { Language } from './document.ts';

export const BY_EXTENSION: ReadonlyMap<string, Language> = new Map(
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
    ...all('slurm sbatch', 'shell'),
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
    ...all('ini cfg conf properties tf tfvars hcl', 'settings'),
    ...all('dockerfile containerfile', 'dockerfile'),
    mk: 'makefile',
    modelfile: 'modelfile',
    rs: 'rust',
    go: 'go',
    ...all('java kt kts scala groovy gradle', 'java'),
    ...all('cs csx fs vb', 'csharp'),
    swift: 'swift',
    ...all('txt rst adoc asciidoc org tex config bicep gitmodules service desktop plist xml', 'text'),
    ...all(
      'c cc cpp cxx h hh hpp m mm cu php rb r jl lua pl ex exs dart zig nim nix sql proto graphql css scss',
      'text',
    ),
  } as const),
);

/** The same language under each of the words. */
export function all<const L extends Language>(words: string, language: L): Record<string, L> {
  return Object.fromEntries(words.split(' ').map(word => [word, language]));
}

/** Files whose whole name tells, in lower case. {@link NAME_GLOBS} says the same in an editor's words. */
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

/** The names of {@link BY_NAME} as patterns of an editor, which tells upper from lower case. */
export const NAME_GLOBS: readonly string[] = [
  '{Dockerfile,dockerfile,Containerfile}{,.*,-*}',
  '{Makefile,makefile,GNUmakefile}{,.*}',
  '{Justfile,justfile}',
  '{Modelfile,modelfile}{,.*,-*}',
  '{.env,.env.*,*.env,*.env.*,env.*,.envrc}',
  '*{requirements,constraints}*.{txt,in}',
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
