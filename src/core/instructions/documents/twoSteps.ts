import type { InstructionPattern } from './pattern.ts';

const FETCH = String.raw`(?<![\w.-])(?:curl|wget)(?:\.exe)?\s`;
const URL = String.raw`(?<url>https?:\/\/[^\s"'\`|)<>;]{1,400}`;
const NEXT = String.raw`\s{0,4}(?:;|&&|\n)\s{0,8}(?:[$>]\s)?`;
/** A step or two between them, such as \`chmod +x\`. */
const BETWEEN = String.raw`(?:[^\n;&|]{1,120}${NEXT}){0,2}`;
const SHELL = String.raw`(?:sudo\s{1,4})?(?:(?:ba|z|da|k)?sh|source|\.)\s{1,4}(?:-\w{1,4}\s{1,4}){0,2}["']?`;
const matches = (...parts: string[]) => new RegExp(parts.join(''), 'gi');

/** The Hub's own files are judged where they lie; conda's makers publish no other way. */
const mitigated = (match: string): string | undefined =>
  /https:\/\/(?:repo\.anaconda\.com\/(?:miniconda|archive)|github\.com\/conda-forge\/miniforge\/releases)\//i.test(
    match,
  ) && (match.match(/https?:/gi) ?? []).length === 1
    ? 'an official installer'
    : /https:\/\/(?:huggingface\.co|hf\.co)\//i.test(match)
      ? 'the Hub has the file, and its scanners look at it'
      : undefined;

const twoSteps = (id: string, expression: RegExp, source: string): InstructionPattern => ({
  id,
  family: 'pipe-to-shell',
  means: 'fetch a script from the network and run it at once',
  kind: 'command',
  matches: expression,
  needs: /curl|wget/i,
  source,
  mitigated,
});

/** The same as a pipe into a shell, with a file in between that nobody looks into. */
export const FETCH_THEN_RUN: readonly InstructionPattern[] = [
  twoSteps(
    'fetch-then-run',
    matches(
      FETCH,
      String.raw`(?=[^\n;|]{0,400}?${URL}))[^\n;|]{0,400}?(?:-\w{0,6}o|--output(?:-document)?|>)[ =]{0,2}["']?(?<file>[\w./~$-]{1,120})(?=["'\s;&])[^\n;|&]{0,400}`,
      NEXT,
      BETWEEN,
      String.raw`(?:${SHELL}|(?:sudo\s{1,4})?(?=[./~]))(?:\.\/)?\k<file>(?![\w.-])`,
    ),
    'how a pipe into a shell is written where pipes are looked for',
  ),
  twoSteps(
    'fetch-then-run-by-name',
    matches(
      FETCH,
      String.raw`[^\n;|]{0,200}?${URL}\/(?<file>[\w.-]{1,100}))(?=["'\s;&])[^\n;|&]{0,120}`,
      NEXT,
      BETWEEN,
      String.raw`(?:${SHELL}|(?:sudo\s{1,4})?(?=\.\/))(?:\.\/)?\k<file>(?![\w.-])`,
    ),
    'as above, with the name that the address ends in',
  ),
  twoSteps(
    'unpack-then-run',
    matches(
      FETCH,
      String.raw`[^\n;|]{0,200}?(?<url>https?:\/\/(?!(?:[\w-]{1,40}\.)?(?:github\.com|githubusercontent\.com|gitlab\.com|codeberg\.org|sourceforge\.net|apache\.org|gnu\.org|kernel\.org|googleapis\.com|nvidia\.com|anaconda\.org)\/)[^\s"'\`|)<>;]{1,400})[^\n;|]{0,120}\|\s{0,4}(?:sudo\s{1,4})?(?:tar|bsdtar|cpio|funzip)\b[^\n;|&]{0,120}`,
      NEXT,
      BETWEEN,
      String.raw`(?:${SHELL})?\.\/(?<file>[\w./-]{1,120})`,
    ),
    'as above, with an archive in between; forges and the hosts of free software keep a history',
  ),
  twoSteps(
    'fetch-to-tee-then-run',
    matches(
      FETCH,
      String.raw`[^\n;|]{0,200}?${URL})[^\n;|]{0,120}\|\s{0,4}(?:sudo\s{1,4})?tee\s{1,4}(?:-a\s{1,4})?["']?(?<file>[\w./~$-]{1,120})(?=["'\s;&])[^\n;|&]{0,120}`,
      NEXT,
      BETWEEN,
      String.raw`(?:${SHELL}|(?:sudo\s{1,4})?(?=[./~]))(?:\.\/)?\k<file>(?![\w.-])`,
    ),
    'as above, with `tee`',
  ),
];
