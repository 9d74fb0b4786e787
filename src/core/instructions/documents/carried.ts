import { KNOWN_PROGRAM, type Launcher, stemOf } from './launchers.ts';

/** `./bin/engine serve` at the beginning of a command: a program without an ending, as Linux and macOS have them. */
const PROGRAM =
  /(?<=^|[\n;&|])[ \t]{0,8}(?:[$>%][ \t]{1,4})?(?:sudo[ \t]{1,4})?(?<path>(?:\.{1,2}\/(?:[\w.-]{1,60}\/){0,6}|(?:[\w.-]{1,60}\/){0,4}bin\/)[\w-]{1,60}(?:\.(?:bin|run|elf|out|x86_64|appimage))?)(?=[ \t\n;&|]|$)(?<rest>[^\n&;|`#]{0,80})/gi;
/** `pip install` of a wheel by its path, or by an address of the Hub. */
const WHEEL =
  /\bpip[\d.]{0,4}[ \t]{1,4}install[ \t](?:(?!:\/\/)[^\n;|&`]){0,120}?(?<![\w.+-])(?:https:\/\/(?:huggingface\.co|hf\.co)\/[^\s"'`]{1,200}\/)?(?:[\w.-]{1,60}\/){0,6}(?<file>[\w.+-]{1,120}\.(?:whl|tar\.gz))(?=["'\s;&|?`]|$)/gi;
/** A script by its address on the Hub, which `uv` fetches and runs at once. */
const UV_RUN =
  /\buv[ \t]{1,4}run[ \t]{1,4}(?:-{1,2}[\w=.-]{1,60}[ \t]{1,4}){0,6}["']?https:\/\/(?:huggingface\.co|hf\.co)\/[\w.-]{1,96}\/[\w.-]{1,96}\/(?:resolve|raw)\/[\w.-]{1,96}\/(?<file>[\w./-]{1,160}\.pyw?)(?![\w/-])/gi;
/** A repo of the Hub as a package: its `setup.py` runs as it is installed. */
const FROM_GIT =
  /\bpip[\d.]{0,4}[ \t]{1,4}install[ \t](?:[^\n;|&`:]){0,80}git\+https:\/\/(?:huggingface\.co|hf\.co)\/[\w.-]{1,96}\/[\w.-]{1,96}/gi;
/** Python that runs a file as it came from the Hub: `runpy.run_path(…)`, `exec(open(hf_hub_download(…`, `subprocess.run([sys.executable, hf_hub_download(…`. */
const RUN_BY_PYTHON =
  /(?<![\w.])(?:runpy\.run_path\(|run_path\(|exec\(\s{0,4}(?:compile\(\s{0,4})?open\(|(?:subprocess\.(?:run|call|Popen|check_call|check_output)|os\.system)\((?=[^\n]{0,120}(?:hf_hub_download|snapshot_download)))[^\n]{0,200}?["'](?<file>[\w./-]{1,120}\.(?:pyw?|sh|txt|bat|ps1))["']/g;

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
  for (const [expression, pattern] of BY_COMMAND)
    for (const { index, 0: found, groups } of words.matchAll(expression))
      yield {
        span: { start: index, end: index + found.length },
        file: (groups?.['file'] ?? 'setup.py').replace(/^(?:\.{1,2}\/)+/, ''),
        sets: false,
        hasArguments: false,
        pattern,
      };
}

const BY_COMMAND = [
  [UV_RUN, 'run-program'],
  [RUN_BY_PYTHON, 'run-program'],
  [FROM_GIT, 'install-package'],
] as const;
