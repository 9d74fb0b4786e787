import type { Language } from '../../document.ts';
import { languageOfWord } from '../../languageWords.ts';

/** What the first words of a block show. The first that fits. */
const GUESSES: readonly (readonly [RegExp, Language])[] = [
  // What was typed behind a prompt, and then what was answered.
  [/^\s*\$ \S/, 'shell'],
  [
    /^\s*(?:>>> |from [\w.]+ import |import \w[\w.]*(?: as \w+)?\s*$|def \w|class \w|@\w|with |for \w+ in .*:\s*$|[\w., ]+ = |[\w.]+\((?!\))|.*\)\s*\.\w+\()/m,
    'python',
  ],
  [/^\s*(?:import [^\n]* from ['"]|(?:const|let|var) [\w{[][^\n]*=)/, 'javascript'],
  [/^\s*[{[]/, 'json'],
  [/^\s*(?:#[^\n]*\n\s*)*FROM \S+[^\n]*\n[\s\S]*^\s*(?:RUN|ENV|CMD|COPY|ENTRYPOINT|ARG) /m, 'dockerfile'],
  [/^\s*(?:---[ \t]*\r?\n|#[^\n]*\n|\s)*[\w-]+:(?:[ \t]+\S[^\n]*)?\r?(?:\n|$)/, 'yaml'],
];

/** The language of a block that says none: what it shows, or else shell. */
export const guessedLanguage = (code: string): Language =>
  GUESSES.find(([pattern]) => pattern.test(code))?.[1] ?? 'shell';

/** Words before the language of a block. Source: MyST and Sphinx, directives of code. */
const CODE_DIRECTIVE = /^\{(?:code-block|code-cell|code|sourcecode|highlight)\}\s*/;

/** Of `python title="x"`, `{python}`, `{code-block} python` and `py:run.py` the word of the language; nothing when there is none. */
export const languageWord = (info: string): string | undefined =>
  /[\w+#-]+/.exec(info.replace(CODE_DIRECTIVE, ''))?.[0];

/** A directive that holds no code but a piece of the document: `{tip}`, `{tab-item} Linux`. */
export const isDirective = (info: string): boolean =>
  /^\{[a-z-]+\}/.test(info) && !CODE_DIRECTIVE.test(info) && fenceLanguage(info) === 'other';

/** The language that the words behind a fence name; nothing when there are none. */
export function fenceLanguage(info: string): Language | undefined {
  const word = languageWord(info);
  return word ? languageOfWord(word) : undefined;
}
