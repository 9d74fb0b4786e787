import { KNOWN_PROGRAM, type Launcher, stemOf } from './launchers.ts';

/** `./bin/engine serve` at the beginning of a command: a program without an ending, as Linux and macOS have them. */
const PROGRAM =
  /(?<=^|[\n;&|])[ \t]{0,8}(?:[$>%][ \t]{1,4})?(?:sudo[ \t]{1,4})?(?<path>(?:\.{1,2}\/(?:[\w.-]{1,60}\/){0,6}|(?:[\w.-]{1,60}\/){0,4}bin\/)[\w-]{1,60}(?:\.(?:bin|run|elf|out|x86_64|appimage))?)(?=[ \t\n;&|]|$)(?<rest>[^\n&;|`#]{0,80})/gi;
/** `pip install` of a wheel by its path, or by an address of the Hub. */
const WHEEL =
  /\bpip[\d.]{0,4}[ \t]{1,4}install[ \t](?:(?!:\/\/)[^\n;|&`]){0,120}?(?<![\w.+-])(?:https:\/\/(?:huggingface\.co|hf\.co)\/[^\s"'`]{1,200}\/)?(?:[\w.-]{1,60}\/){0,6}(?<file>[\w.+-]{1,120}\.(?:whl|tar\.gz))(?=["'\s;&|?`]|$)/gi;

/**
 * Programs and packages that a card would have run or installed without a name that says so. Only the list of the repo's
 * files tells whether they are its own, so these are looked for in cards of the Hub alone.
 */
export function* findCarried(words: string): Iterable<Launcher> {
  for (const { index, 0: found, groups } of words.matchAll(PROGRAM)) {
    const { path = '', rest = '' } = groups ?? {};
    if (KNOWN_PROGRAM.test(stemOf(path))) continue;
    const start = index + found.length - rest.length - path.length;
    yield {
      span: { start, end: start + path.length },
      file: path.replace(/^(?:\.{1,2}\/)+/, ''),
      sets: false,
      hasArguments: rest.trim() !== '',
    };
  }
  for (const { index, 0: found, groups } of words.matchAll(WHEEL))
    yield {
      span: { start: index, end: index + found.length },
      file: groups!['file']!,
      sets: false,
      hasArguments: false,
    };
}
