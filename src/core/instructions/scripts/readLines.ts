import type { ScriptHazard } from '../../hazard.ts';
import { isOfficialInstaller } from '../installers.ts';
import { readCommand, readDeadDrops } from './commandText.ts';
import { hazardOf } from './hazardOf.ts';
import { linesThatRun, type ShellLanguage } from './scriptLines.ts';
import { unescapeLine } from './unescape.ts';

const HAZARD_LIMIT = 200;
/** Downloads whose start is looked for on later lines. */
const SAVED_LIMIT = 30;

/** A line without any of these does nothing that we know; most lines end here. */
const TRIGGER =
  /powershell|pwsh|iex\b|Invoke-|\birm\b|\biwr\b|curl|wget|base64|openssl|\bxxd\b|certutil|bitsadmin|mshta|regsvr32|Start-|ShellExecute|ExecutionPolicy|\/dev\/|\bnc\b|ncat|TCPClient|DownloadFile|FromBase64|CertificateValidation|SkipCertificate|NODE_TLS|unzip|\b7z|rar\b|xattr|MpPreference|AntiSpyware|WinDefend|spctl|vssadmin|advfirewall|schtasks|ScheduledTask|New-Service|sc(?:\.exe)?\s+create|CurrentVersion|Start Menu|startup|User Data|Login Data|key4|logins\.json|nkbihfbe|wallet|keystore|Local S|filezilla|id_rsa|id_ed25519|\.aws|huggingface[\\/]|git-credentials|\.kube|amsi|EtwEvent|Debugger|vmtoolsd|vbox|SbieDll|wireshark|procmon|x64dbg|osascript|https?:/i;

/** A program lands on the disk; which one, for the line that starts it. */
const SAVES =
  /\b(?:curl|wget|Invoke-WebRequest|iwr|Start-BitsTransfer|certutil(?=[^\n]{0,80}-urlcache)|bitsadmin|DownloadFile\()[^\n]{0,400}?["'\s\\/=(](?<name>[\w-]{1,60}\.(?:exe|bat|cmd|ps1|vbs|scr|msi|hta|js|dll))["'\s)]?(?=\s|$|["')&;|])/gi;

interface Saved {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly official: boolean;
}

/** What a batch, PowerShell or shell script does, line by line. Comments and messages say nothing. */
export function readLines(text: string, language: ShellLanguage): ScriptHazard[] {
  const found: ScriptHazard[] = [];
  const saved = new Map<string, Saved>();
  for (const { line, start } of linesThatRun(text, language)) {
    const { excerpt, obscured } = unescapeLine(line, language);
    const plain = excerpt.text;
    if (obscured) found.push(hazardOf(text, 'obscured-command', start, start + line.length));
    for (const file of saved.values()) {
      if (starts(plain, file.name)) found.push(ofSaved(text, file));
    }
    if (!TRIGGER.test(plain)) continue;
    for (const sign of [...readCommand(plain), ...readDeadDrops(plain)]) {
      const outer = excerpt.toOuter({ start: sign.at, end: sign.at + sign.length });
      found.push(hazardOf(text, sign.behaviour, start + outer.start, start + outer.end, sign.strength));
    }
    for (const match of plain.matchAll(SAVES)) {
      if (saved.size >= SAVED_LIMIT) break;
      const outer = excerpt.toOuter({ start: match.index, end: match.index + match[0].length });
      const address = /https?:\/\/[^\s"']{1,300}/.exec(match[0])?.[0] ?? '';
      const name = match.groups!['name']!.toLowerCase();
      const file = { name, start: start + outer.start, end: start + outer.end, official: isOfficialInstaller(address) };
      saved.set(name, file);
      const rest = plain.slice(match.index + match[0].length);
      if (starts(rest, name)) found.push(ofSaved(text, file));
    }
    if (found.length > HAZARD_LIMIT) break;
  }
  return found;
}

const ofSaved = (text: string, { official, start, end }: Saved): ScriptHazard =>
  hazardOf(text, official ? 'official-installer' : 'download-and-run', start, end);

const HANDLES_ONLY =
  /\b(?:del|erase|rm|Remove-Item|exist|Test-Path|copy|move|curl|wget|iwr|Invoke-WebRequest|echo|tar|7z|expand)\b/i;
const STARTS =
  /(?:^|[;&|]|\bstart\b|\bcall\b|\bcmd\b|\bpowershell\b|Start-Process|-File|\bmsiexec\b|\bcscript\b|\bwscript\b|\brundll32\b)[^\n]{0,120}$/i;

/** The line starts the file: `start "" "%TEMP%\x.exe"`, `call x.bat`, `& .\x.ps1`. One that deletes, copies or tests for it does not. */
function starts(line: string, name: string): boolean {
  const at = line.toLowerCase().indexOf(name);
  if (at < 0) return false;
  const before = line.slice(Math.max(0, at - 300), at);
  return !HANDLES_ONLY.test(before) && STARTS.test(before);
}
