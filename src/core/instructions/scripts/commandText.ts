import { hostKind, isGistRaw } from '../hosts.ts';
import { isOfficialInstaller } from '../installers.ts';
import type { BehaviourId } from './behaviours.ts';
import { TELLING_TEXTS } from './secrets.ts';

export interface Sign {
  readonly behaviour: BehaviourId;
  readonly at: number;
  readonly length: number;
  readonly strength?: 1 | 2 | 3;
}

const ADDRESS = /https?:\/\/[^\s"'`<>|)]{1,400}/gi;

/** Commands of any shell. `language` limits a row to scripts of that kind; a command inside Python is read by all rows. */
const COMMANDS: readonly {
  readonly behaviour: BehaviourId;
  readonly matches: RegExp;
  readonly strength?: 1 | 2 | 3;
}[] = [
  {
    behaviour: 'hidden-powershell',
    matches: /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,200}?\s["']?-w(?:in|indow\w{0,8})?["',\s]{1,6}(?:hidden|1)\b/gi,
  },
  {
    behaviour: 'hidden-powershell',
    matches:
      /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,200}?\s["']?-e(?:n|nc|nco\w{0,10})?["',\s]{1,6}[A-Za-z0-9+/=]{16}/gi,
  },
  {
    behaviour: 'policy-bypass',
    matches:
      /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,200}?\s["']?-(?:ep|ex\w{0,14})["',\s]{1,6}(?:bypass|unrestricted)\b|\bSet-ExecutionPolicy\b[^\n]{0,60}\b(?:bypass|unrestricted)\b/gi,
  },
  {
    behaviour: 'fetch-and-run',
    matches:
      /\b(?:irm|iwr|Invoke-RestMethod|Invoke-WebRequest|curl|wget|DownloadString\()[^\n]{0,300}?\|\s{0,4}(?:iex|Invoke-Expression)\b|\b(?:iex|Invoke-Expression)\b[^\n]{0,160}?(?:\b(?:irm|iwr|Invoke-RestMethod|Invoke-WebRequest|Net\.WebClient)\b|DownloadString\()[^\n]{0,200}/gi,
  },
  {
    behaviour: 'pipe-to-shell',
    matches:
      /(?<![\w.-])(?:curl|wget)\s[^\n|]{0,300}\|\s{0,4}(?:sudo\s{1,4}(?:-\w{1,2}\s{1,4})?)?(?:env\s{1,4})?(?:(?:\/usr)?\/bin\/)?(?:(?:ba|z|da|k)?sh\b|python3?(?:\s{1,3}-)?\s{0,3}(?=$|[\n;&"']))|\b(?:(?:ba|z|da)?sh\s{1,3}-c|eval|source)\s{1,3}["']?(?:\$\(|<\(|`)\s{0,3}(?:curl|wget)\s[^\n)`]{0,300}|\b(?:ba|z)?sh\s{1,3}<\(\s{0,3}(?:curl|wget)\s[^\n)]{0,300}/gi,
  },
  {
    behaviour: 'decoded-code',
    matches:
      /\b(?:base64\s{1,4}(?:-d|-D|--decode)|openssl\s{1,4}(?:enc\s{1,4})?-?base64\s[^\n|]{0,40}-d|xxd\s{1,4}-r)\b[^\n|]{0,80}\|\s{0,4}(?:sudo\s{1,4})?(?:(?:\/usr)?\/bin\/)?(?:(?:ba|z|da|k)?sh|python3?|perl)\b|\b(?:iex|Invoke-Expression)\b[^\n]{0,200}FromBase64String|FromBase64String[^\n]{0,300}\|\s{0,4}(?:iex|Invoke-Expression)\b|\beval\s{1,3}["']?\$\([^\n)]{0,300}base64\s{1,3}(?:-d|-D|--decode)/gi,
  },
  {
    behaviour: 'download-and-run',
    matches:
      /\bcertutil(?:\.exe)?\s[^\n]{0,80}-(?:urlcache|decode)\b[^\n]{0,200}|\bbitsadmin(?:\.exe)?\s[^\n]{0,80}\/transfer\b[^\n]{0,200}|\bmshta(?:\.exe)?\s{1,4}["']?(?:https?:|javascript:|vbscript:)[^\n]{0,200}|\bregsvr32(?:\.exe)?\s[^\n]{0,80}\/i:http[^\n]{0,200}/gi,
    strength: 3,
  },
  {
    behaviour: 'elevation',
    matches: /\bStart-Process\b[^\n]{0,300}-Verb\s{1,4}["']?RunAs\b|\bShellExecute\b[^\n]{0,200}\brunas\b/gi,
  },
  {
    behaviour: 'reverse-shell',
    matches:
      /\/dev\/(?:tcp|udp)\/[^\s]{1,80}|\bn(?:c|cat)\s[^\n|]{0,80}-e\s{0,3}\/bin\/(?:ba)?sh\b|\bNet\.Sockets\.TCPClient\b/gi,
  },
  {
    behaviour: 'tls-off',
    matches:
      /\bcurl(?=\s)[^\n|]{0,120}?\s(?:-[a-zA-Z]{0,6}k[a-zA-Z]{0,6}(?=\s)|--insecure\b)|\bwget\s[^\n|]{0,120}?--no-check-certificate\b|ServerCertificateValidationCallback\s{0,4}=|-SkipCertificateCheck\b|\bNODE_TLS_REJECT_UNAUTHORIZED\s{0,2}=\s{0,2}["']?0\b/gi,
  },
  {
    behaviour: 'locked-archive',
    matches:
      /\bunzip\s[^\n|;]{0,80}?-P\s{0,2}\S{1,80}|\b7z[ar]?(?:\.exe)?\s{1,4}[xe]\s[^\n|;]{0,120}?-p[^\s-]{1,80}|\b(?:un)?rar(?:\.exe)?\s{1,4}[xe]\s[^\n|;]{0,120}?-h?p[^\s-]{1,80}/gi,
  },
  { behaviour: 'removes-quarantine', matches: /\bxattr\s{1,4}(?:-\w{1,4}\s{1,4}){1,3}(?:com\.apple\.quarantine\b)?/gi },
];

/** What a command, or a line of a batch, PowerShell or shell script, does. Positions are relative to the given text. */
export function readCommand(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const row of COMMANDS) {
    for (const match of text.matchAll(row.matches)) {
      const official = officialIn(match[0]);
      if (official && /^(?:fetch-and-run|pipe-to-shell|policy-bypass)$/.test(row.behaviour)) continue;
      signs.push({
        behaviour: row.behaviour,
        at: match.index,
        length: match[0].length,
        ...(row.strength ? { strength: row.strength } : {}),
      });
    }
  }
  if (officialIn(text))
    for (let i = signs.length - 1; i >= 0; i--) if (signs[i]!.behaviour === 'policy-bypass') signs.splice(i, 1);
  for (const row of TELLING_TEXTS) {
    const match = row.matches.exec(text);
    if (!match || (row.behaviour === 'scheduled-task' && signs.some(sign => sign.behaviour === 'vendor-task')))
      continue;
    signs.push({ behaviour: row.behaviour, at: match.index, length: match[0].length });
  }
  return signs;
}

/** Addresses of paste services in a text. A gist's raw text is weak: tutorials fetch labels from gists. */
export function readDeadDrops(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const kind = hostKind(match[0]);
    if (kind === 'paste' || kind === 'dead-drop')
      signs.push({ behaviour: 'dead-drop', at: match.index, length: match[0].length });
    else if (isGistRaw(match[0]))
      signs.push({ behaviour: 'dead-drop', at: match.index, length: match[0].length, strength: 1 });
  }
  return signs;
}

function officialIn(text: string): boolean {
  const addresses = [...text.matchAll(ADDRESS)].map(match => match[0]);
  return addresses.length > 0 && addresses.every(isOfficialInstaller);
}
