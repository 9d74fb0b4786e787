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
  } as const),
);

/** What a first line such as `#!/usr/bin/env python3` starts. */
const BY_INTERPRETER: readonly (readonly [RegExp, Language])[] = [
  [/^python[\d.]*w?$/, 'python'],
  [/^(?:ba|z|k|da|a)?sh$/, 'shell'],
  [/^pwsh$/, 'powershell'],
];

/** The language that a file's name promises; `other` when we have no reader for it. */
export function languageOf(path: string): Language {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/^readme(?:\.txt)?$/.test(name)) return 'markdown';
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
  } as const),
);

/** The language that an editor says a text is in; `other` when we have no reader for it. */
export const languageOfEditorId = (languageId: string): Language => BY_EDITOR_ID.get(languageId) ?? 'other';
