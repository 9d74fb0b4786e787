import type { Language } from '../../document.ts';
import { languageOfWord } from '../../languageWords.ts';

const LOOKS_LIKE_PYTHON =
  /^[^\S\n]*(?=\S)(?:>>> |from [\w.]+ import |import \w[\w.]*(?: as \w+)?[^\S\n]*$|def \w|class \w|@\w|with |for \w+ in .*:[^\S\n]*$|[\w., ]+ = |[\w.]+\((?!\))|.*\)\s*\.\w+\()/m;

/** The line of a Dockerfile that the others build on, and those that stand behind it. */
const BASE_IMAGE = /^[^\S\n]*FROM \S[^\n]*\n/m;
const INSTRUCTION = /^[^\S\n]*(?:RUN|ENV|CMD|COPY|ENTRYPOINT|ARG) /m;

/** The first line that is neither empty nor a comment nor the mark of a document. */
const FIRST_LINE = /^[^\S\n]*(?=[^\s#])(?!---[ \t]*\r?$)[^\n]*/m;
const YAML_KEY = /^\s*[\w-]+:(?:[ \t]+\S[^\n]*)?\r?$/;

/**
 * What a block shows. The first that fits. No pattern looks past the end of a line with what it also begins a line
 * with: on a block of empty lines that would cost the square of its length.
 */
const GUESSES: readonly (readonly [(code: string) => boolean, Language])[] = [
  // What was typed behind a prompt, and then what was answered.
  [code => /^\s*\$ \S/.test(code), 'shell'],
  [code => LOOKS_LIKE_PYTHON.test(code), 'python'],
  [code => /^\s*(?:import [^\n]* from ['"]|(?:const|let|var) [\w{[][^\n]*=)/.test(code), 'javascript'],
  [code => /^\s*[{[]/.test(code), 'json'],
  [isDockerfile, 'dockerfile'],
  [code => YAML_KEY.test(FIRST_LINE.exec(code)?.[0] ?? ''), 'yaml'],
];

function isDockerfile(code: string): boolean {
  const base = BASE_IMAGE.exec(code);
  return base !== null && INSTRUCTION.test(code.slice(base.index + base[0].length));
}

/** The language of a block that says none: what it shows, or else shell. */
export const guessedLanguage = (code: string): Language => GUESSES.find(([shows]) => shows(code))?.[1] ?? 'shell';

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
