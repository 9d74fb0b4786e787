import type { Span } from '../../text/span.ts';

/** A file of the repo that a document tells its reader to run. */
export interface Launcher {
  /** The words of the command or the path: `python loader.py`, `start.bat`. */
  readonly span: Span;
  readonly file: string;
  /** Its name says that it sets things up or starts them: `loader.py`, `start.bat`; not `train_v2.bat` or `llama-cli.exe`. */
  readonly sets: boolean;
  /** It was given arguments of its own, as a program is and a lure seldom. */
  readonly hasArguments: boolean;
  /** For what counts only where the repo carries the file, whatever the file is called. */
  readonly pattern?: 'run-program' | 'install-package';
}

/** What Windows or Android starts at a double click. */
const RUNNABLE = 'bat|cmd|ps1|exe|msi|lnk|vbs|scr|apk|jar|hta|pif|command';
/** Names that set up or start something. Seen: `start.bat`, `loader.py` (Open-OSS, anthfu); the rest are their plain synonyms. */
const SETS_UP =
  'loader|setup|start|install|installer|launch|launcher|bootstrap|run|update|updater|prerequisites|init|activate|autorun|open|quickstart';
const SETS_UP_NAME = new RegExp(
  `^(?:${SETS_UP})(?:[_-](?:win(?:dows)?|linux|mac(?:os)?|x64|x86|all|me|model|env))?$`,
  'i',
);

/** Programs that every reader has or knows; a document that calls one tells of no launcher of its own. */
export const KNOWN_PROGRAM =
  /^(?:python[w\d.]*|pip[\d.]*|py|cmd|powershell|pwsh|explorer|git(?:-bash)?|git-lfs|bash|sh|wsl|conda|mamba|micromamba|uv|node|npm|npx|cl|nvcc|cmake|ninja|make|ninja|msbuild|nvidia-smi|taskkill|regedit|rundll32|notepad|curl|tar|7z|7za|ollama|koboldcpp\w{0,20}|llama(?:-\w{1,20}){0,4}|whisper(?:-\w{1,20}){0,2}|ffmpeg|ffprobe|docker|code|vcvars(?:all|64|32)|activate|conda-hook|vs_buildtools|vc_?redist[\w.]*|winget|choco|scoop|jupyter|streamlit|gradlew?|mvnw|emsdk(?:_env)?|setvars)$/i;

const PYTHON_COMMAND =
  /\b(?:python(?:3(?:\.\d{1,2})?)?|py)(?:\.exe)?[ \t]{1,4}(?:-[uBEsSOI3][ \t]{1,4}){0,4}["']?(?<path>[\w./\\~-]{1,160}\.pyw?)\b["']?(?<rest>[^\n&;|`#)]{0,80})/gi;
/** `run.py` and its kin alone, as prose names them: run `loader.py`. */
const BARE_SCRIPT = new RegExp(
  `(?<![\\w./\\\\-])(?:[\\w.-]{1,40}[/\\\\]){0,6}(?:${SETS_UP})(?:[_-]\\w{1,12})?\\.(?:py|sh)\\b`,
  'gi',
);
const SHELL_COMMAND =
  /(?:\b(?:ba|z)?sh[ \t]{1,4}|\bsource[ \t]{1,4}|(?<![\w.])(?=\.\/))(?:-[a-z]{1,4}[ \t]{1,4})?["']?(?<path>(?:\.{0,2}\/)?[\w./-]{1,160}\.(?:sh|command))\b["']?(?<rest>[^\n&;|`#)]{0,80})/gi;
const RUNNABLE_END = new RegExp(`\\.(?:${RUNNABLE})(?![\\w-]|\\.\\w)`, 'gi');

/** What the name of every launcher ends in. Most texts hold none, and this is the shortest of all searches here. */
export const NAMES_LAUNCHER = new RegExp(`\\.(?:py|sh|${RUNNABLE})`, 'i');

/** What setuptools takes: then `setup.py` builds a package as it has for decades. */
const SETUPTOOLS =
  /^\s*(?:--\w|install|build|build_ext|develop|sdist|bdist|bdist_wheel|test|clean|egg_info|check|upload|register|-q)/;
const PATH_BACK = /[\w./\\()~$%{}-]/;
const OTHER_LETTER = /[\p{L}\p{N}_-]/u;
const PATH_LIMIT = 160;

/** All launchers that the words name, wherever they stand; whether the reader is told to run one is for the caller to find out. */
export function findLaunchers(words: string): Launcher[] {
  if (!NAMES_LAUNCHER.test(words)) return [];
  return [...pythonCommands(words), ...shellCommands(words), ...runnableFiles(words), ...bareScripts(words)];
}

function* pythonCommands(words: string): Iterable<Launcher> {
  for (const match of words.matchAll(PYTHON_COMMAND)) {
    const { path = '', rest = '' } = match.groups ?? {};
    const stem = stemOf(path);
    if (!SETS_UP_NAME.test(stem)) continue;
    if (/^setup$/i.test(stem) && SETUPTOOLS.test(rest)) continue;
    yield launcher(match.index, match[0].slice(0, match[0].length - rest.length), path, true, rest);
  }
}

function* shellCommands(words: string): Iterable<Launcher> {
  for (const match of words.matchAll(SHELL_COMMAND)) {
    const { path = '', rest = '' } = match.groups ?? {};
    if (!SETS_UP_NAME.test(stemOf(path))) continue;
    yield launcher(match.index, match[0].slice(0, match[0].length - rest.length), path, true, rest);
  }
}

function* bareScripts(words: string): Iterable<Launcher> {
  for (const match of words.matchAll(BARE_SCRIPT)) {
    if (/^\/\//.test(match[0]) || !SETS_UP_NAME.test(stemOf(match[0]))) continue;
    const rest = words.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (/setup\.py$/i.test(match[0]) && SETUPTOOLS.test(rest)) continue;
    yield launcher(match.index, match[0], match[0], true, '');
  }
}

function* runnableFiles(words: string): Iterable<Launcher> {
  for (const match of words.matchAll(RUNNABLE_END)) {
    const end = match.index + match[0].length;
    let start = match.index;
    const floor = Math.max(0, end - PATH_LIMIT);
    while (start > floor && PATH_BACK.test(words[start - 1]!)) start--;
    // A name in other letters stands by itself: `启动.bat`.
    if (start === match.index) while (start > floor && OTHER_LETTER.test(words[start - 1]!)) start--;
    while (/[(){}-]/.test(words[start]!)) start++;
    const file = words.slice(start, end);
    if (
      start >= match.index ||
      file.startsWith('//') ||
      words.slice(start - 2, start) === '](' ||
      words.slice(start - 1, start + 1) === '](' ||
      isWebAddress(words, start, file)
    )
      continue;
    const stem = stemOf(file);
    if (stem === '' || KNOWN_PROGRAM.test(stem)) continue;
    const rest = /^[^\n&;|`)]{0,80}/.exec(words.slice(end, end + 80))?.[0] ?? '';
    yield launcher(start, file, file, SETS_UP_NAME.test(stem) || !/\.(?:exe|jar)$/i.test(file), rest);
  }
}

function isWebAddress(words: string, start: number, file: string): boolean {
  if (/^www\.|^[\w-]{1,63}\.(?:com|org|io|net|ai|co)\//i.test(file)) return true;
  return words[start - 1] === ':' && !/^[A-Za-z]$/.test(words[start - 2] ?? '');
}

const launcher = (start: number, words: string, path: string, sets: boolean, rest: string): Launcher => ({
  span: { start, end: start + words.length },
  file: path.replace(/^(?:\.[/\\])+/, '').replaceAll('\\', '/'),
  sets,
  hasArguments: /^["']?\s+(?:--?\w|[\w./-]+\.\w|<\w)/.test(rest),
});

export const stemOf = (path: string): string => /([^/\\]*?)(?:\.[A-Za-z0-9]{1,8})?$/.exec(path)?.[1] ?? '';
