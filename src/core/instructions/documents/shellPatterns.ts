import type { InstructionPattern } from './pattern.ts';

/** An address; without a scheme only where a path follows, or nothing but the pipe: `-o install.sh` is none. */
const HOST = String.raw`[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,6}`;
const URL = String.raw`(?<url>https?:\/\/[^\s"'\`|)<>]{1,500}|(?<=[\s"'(])${HOST}(?::\d{1,5})?(?:[\/?][^\s"'\`|)<>]{1,500}|(?=["']?\s{0,4}[|)])))`;
/** The address may stand on the line above, under a name. */
const URL_OR_VARIABLE = String.raw`(?:${URL}|["']?\$\{?\w{1,40}\}?["']?)`;
const SHELL = String.raw`(?:sudo\s{1,4}(?:-\w{1,3}\s{1,4}){0,3})?(?:env\s{1,4})?(?:\/usr)?(?:\/bin\/)?(?:ba|z|da|k|fi)?sh\b(?![.\w/-]*\.\w)`;
const FETCH = String.raw`(?<![\w.-])(?:curl|wget)(?:\.exe)?\s[^\n|;]{0,200}?`;
/** What a download may pass through on its way. */
const FILTER = String.raw`(?:sudo\s{1,4})?(?:base64|gunzip|gzip|zcat|xz|xxd|openssl|tr|rev|tac|sed|tee|cat|head|tail)`;
const PS_FETCH = `(?:irm|iwr|Invoke-RestMethod|Invoke-WebRequest|curl|wget)`;
const FETCHES = /curl|wget/i;
const FETCHES_INTO_POWERSHELL =
  /(?:irm|iwr|Invoke-RestMethod|Invoke-WebRequest|curl|wget)\s|Download(?:String|Data|File)\(/i;
const EVALUATES = /iex|Invoke-Expression/i;
const PYTHON_EVALUATES = /(?:exec|eval)\(/i;
const NAMES_POWERSHELL = /powershell|pwsh/i;
const DECODES = /base64|xxd/i;
const expression = (...parts: string[]) => new RegExp(parts.join(''), 'gi');

/** Downloaded text goes straight into an interpreter. */
export const PIPE_TO_SHELL: readonly InstructionPattern[] = [
  {
    id: 'curl-pipe-shell',
    family: 'pipe-to-shell',
    means: 'run a script from the network without seeing it',
    kind: 'command',
    matches: expression(
      FETCH,
      URL,
      String.raw`[^\n|]{0,120}(?:\|\s{0,4}${FILTER}\b[^\n|]{0,80}){0,2}\|\s{0,16}`,
      SHELL,
    ),
    needs: FETCHES,
    source: 'ClawHub skill campaigns of 2026; also how honest installers work, hence the list of those',
  },
  {
    id: 'curl-pipe-interpreter',
    family: 'pipe-to-shell',
    means: 'run a script from the network without seeing it',
    kind: 'command',
    matches: expression(
      FETCH,
      URL,
      String.raw`[^\n|]{0,120}\|\s{0,4}(?:sudo\s{1,4})?(?:python3?|perl|ruby|node|php)(?:\s{1,4}-)?[ \t]{0,4}(?=$|[\n;&|"'\`)])`,
    ),
    needs: FETCHES,
    source: 'the same with another interpreter; `python -m json.tool` reads data and is not meant',
  },
  {
    id: 'shell-of-curl',
    family: 'pipe-to-shell',
    means: 'run a script from the network without seeing it',
    kind: 'command',
    matches: expression(
      String.raw`(?:\b(?:(?:ba|z|da|k)?sh|ruby|perl|python[\d.]{0,4}|node|php|osascript)\s{1,4}(?:-\w{1,4}\s{1,4}){0,3}|\b(?:eval|source)\s{1,4}|(?<=^|[\n;&])\s{0,4}\.\s{1,4})["']?(?:\$\(|<\(|\`)\s{0,4}(?:curl|wget)\s[^\n|;)]{0,200}?`,
      URL_OR_VARIABLE,
      String.raw`[^\n)\`]{0,120}[)\`]["']?`,
    ),
    needs: FETCHES,
    source: 'Homebrew and oh-my-zsh made the form known; ClickFix pages for macOS use it',
  },
  {
    id: 'powershell-iex',
    family: 'pipe-to-shell',
    means: 'run a script from the network without seeing it',
    kind: 'command',
    matches: expression(
      String.raw`(?<![\w-])`,
      PS_FETCH,
      String.raw`\s[^\n|;]{0,200}?`,
      URL,
      String.raw`[^\n|]{0,120}\|\s{0,4}(?:iex|Invoke-Expression)\b`,
    ),
    needs: EVALUATES,
    source: 'Open-OSS stage 1, ClawHub skills; also `irm unsloth.ai/install.ps1 | iex`',
  },
  {
    id: 'powershell-iex-of',
    family: 'pipe-to-shell',
    means: 'run a script from the network without seeing it',
    kind: 'command',
    matches: expression(
      String.raw`\b(?:iex|Invoke-Expression)\s{0,4}[("&{$ ][^\n]{0,160}?(?:`,
      PS_FETCH,
      String.raw`\s|Download(?:String|Data)\()[^\n]{0,60}?`,
      URL,
      String.raw`['"]?\s{0,4}\)*`,
    ),
    needs: EVALUATES,
    source: 'Chocolatey made the form known; Open-OSS stage 1',
  },
  {
    id: 'powershell-scriptblock',
    family: 'pipe-to-shell',
    means: 'run a script from the network without seeing it',
    kind: 'command',
    matches: expression(
      String.raw`(?:\[scriptblock\]::Create\(|\.NewScriptBlock\(|\bInvoke-Command\s|(?<![\w.])[&.]\s{0,4}\()[^\n]{0,120}?(?:`,
      PS_FETCH,
      String.raw`\s|Download(?:String|Data|File)\()[^\n]{0,60}?`,
      URL,
      String.raw`['"]?\s{0,4}\)*`,
    ),
    needs: FETCHES_INTO_POWERSHELL,
    source: 'the same without the word Invoke-Expression, which filters look for',
  },
  {
    id: 'fetch-by-system-tool',
    family: 'pipe-to-shell',
    means: 'let a Windows tool fetch and run something from the network',
    kind: 'command',
    matches: expression(
      String.raw`\b(?:mshta(?:\.exe)?\s{1,4}["']?|regsvr32(?:\.exe)?\s[^\n]{0,60}?/i:|msiexec(?:\.exe)?\s[^\n]{0,40}?/(?:i|package)\s{1,4}["']?|certutil(?:\.exe)?\s[^\n]{0,60}?-urlcache\s[^\n]{0,40}?|bitsadmin(?:\.exe)?\s[^\n]{0,80}?)(?=https?:)`,
      URL,
    ),
    needs: /mshta|regsvr32|msiexec|certutil|bitsadmin/i,
    source: 'system tools that ClickFix pages call, since they are on every Windows',
  },
  {
    id: 'python-exec-fetched',
    family: 'pipe-to-shell',
    means: 'run Python from the network without seeing it',
    kind: 'command',
    matches: expression(
      String.raw`\bexec\(\s{0,4}(?:\w{1,30}\.){0,3}(?:get|urlopen|Request)\([^\n]{0,40}?`,
      URL,
      String.raw`[^\n]{0,60}`,
    ),
    needs: PYTHON_EVALUATES,
    source: 'the Python form of a shell pipe',
  },
  {
    id: 'script-evals-fetched',
    family: 'pipe-to-shell',
    means: 'run a script from the network without seeing it',
    kind: 'command',
    matches: expression(
      String.raw`\b(?:node|bun|deno|ruby|perl|php)\s{1,4}(?:eval\s{1,4}|-\w{1,8}\s{1,4}){1,2}["'][^\n]{0,80}?`,
      URL,
      String.raw`[^\n]{0,120}?\b(?:eval|instance_eval|exec|Function|vm\.run\w{0,20})\b[^\n]{0,40}`,
    ),
    needs: /(?:node|bun|deno|ruby|perl|php)\s{1,4}(?:eval|-\w)/i,
    source: 'the same in the interpreters of other languages',
  },
];

/** The command hides what it does. */
export const ENCODED: readonly InstructionPattern[] = [
  {
    id: 'powershell-encoded',
    family: 'encoded-command',
    means: 'run a command that is encoded so that you cannot read it',
    kind: 'command',
    matches:
      /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,160}?\s-e(?:n|nc|nco\w{0,10})?\s{1,4}["']?[A-Za-z0-9+/=]{16,2000}/gi,
    needs: NAMES_POWERSHELL,
    source: 'Open-OSS stage 1 family; ClickFix',
  },
  {
    id: 'powershell-hidden',
    family: 'encoded-command',
    means: 'run PowerShell in a window that you cannot see',
    kind: 'command',
    matches:
      /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,160}?\s-w(?:in|indow\w{0,8})?\s{1,4}(?:h|hi|hid\w{0,3}|1)\b[^\n]{0,120}/gi,
    needs: NAMES_POWERSHELL,
    source: 'Open-OSS stage 1',
  },
  {
    id: 'base64-to-shell',
    family: 'encoded-command',
    means: 'run a command that is encoded so that you cannot read it',
    kind: 'command',
    matches:
      /(?:\b(?:echo|printf|cat)\s[^\n|]{1,2000}\|\s{0,4})?\b(?:base64\s{1,4}(?:-d|-D|--decode)|openssl\s{1,4}(?:enc\s{1,4})?-?base64\s[^\n|]{0,40}-d|xxd\s{1,4}-r)\b[^\n|)]{0,80}\|\s{0,4}(?:sudo\s{1,4})?(?:(?:\/usr)?\/bin\/)?(?:(?:ba|z|da|k)?sh|python3?|perl|node|ruby|php|osascript)\b/gi,
    needs: DECODES,
    source: 'ClawHub skill campaigns and MacSync, 2026',
  },
  {
    id: 'shell-of-base64',
    family: 'encoded-command',
    means: 'run a command that is encoded so that you cannot read it',
    kind: 'command',
    matches:
      /(?:\b(?:ba|z|da|k)?sh\s{1,4}-c\s{1,4}|\beval\s{1,4})["']?(?:\$\(|`)\s{0,4}(?:echo|printf)\s[^\n|]{1,2000}\|\s{0,4}base64\s{1,4}(?:-d|-D|--decode)[^\n)`]{0,20}[)`]["']?/gi,
    needs: DECODES,
    source: 'the same, the other way round',
  },
  {
    id: 'python-exec-encoded',
    family: 'encoded-command',
    means: 'run Python that is encoded so that you cannot read it',
    kind: 'command',
    matches:
      /\b(?:exec|eval)\(\s{0,4}(?:__import__\(\s{0,4}['"](?:base64|zlib|codecs|marshal)['"]\s{0,4}\)|base64|zlib|marshal|codecs)\.\w{1,20}\([^\n]{0,2000}/gi,
    needs: PYTHON_EVALUATES,
    source: 'packed Python of info stealers',
  },
  {
    id: 'powershell-from-base64',
    family: 'encoded-command',
    means: 'run a command that is encoded so that you cannot read it',
    kind: 'command',
    matches: /\b(?:iex|Invoke-Expression)\b[^\n]{0,160}FromBase64String\([^\n]{0,200}/gi,
    needs: EVALUATES,
    source: 'PowerShell stagers',
  },
];
