import type { ScriptHazard } from '../../hazard.ts';
import { isOfficialInstaller } from '../installers.ts';
import { readCommand, readDeadDrops, type Sign } from './commandText.ts';
import { hazardOf } from './hazardOf.ts';
import { unescapeLine } from './unescape.ts';

/** A line longer than this is read in pieces that overlap, so that padding cannot hide a command and a megabyte stays linear. */
const PIECE = 4_000;
const OVERLAP = 600;
const HAZARD_LIMIT = 200;

const COMMENT = { batch: /^\s*(?:::|@?rem\b)/i, powershell: /^\s*#(?!>)/, shell: /^\s*#/ } as const;
/** A program lands on the disk: which name, for the line that runs it later. */
const SAVES =
  /\b(?:curl|wget|Invoke-WebRequest|iwr|Start-BitsTransfer|certutil|bitsadmin|DownloadFile\()[^\n]{0,400}?["'\s\\/=(](?<name>[\w-]{1,60}\.(?:exe|bat|cmd|ps1|vbs|scr|msi|hta|js|dll))["'\s)]?(?=\s|$|["')&;|])/gi;
const ECHO = /^\s*@?(?:echo|printf|Write-Host|Write-Output|title)\b/i;

/** What a batch, PowerShell or shell script does, line by line. Comments say nothing; an echoed command is not run. */
export function readLines(text: string, language: 'batch' | 'powershell' | 'shell'): ScriptHazard[] {
  const found: ScriptHazard[] = [];
  const saved: { name: string; start: number; end: number; official: boolean }[] = [];
  for (const { line, start } of pieces(text)) {
    if (COMMENT[language].test(line)) continue;
    const { excerpt, obscured } = unescapeLine(line, language);
    const plain = excerpt.text;
    if (ECHO.test(plain) && !/[|>]/.test(plain)) continue;
    const add = (sign: Sign) => {
      const outer = excerpt.toOuter({ start: sign.at, end: sign.at + sign.length });
      found.push(hazardOf(text, sign.behaviour, start + outer.start, start + outer.end, sign.strength));
    };
    for (const sign of [...readCommand(plain), ...readDeadDrops(plain)]) add(sign);
    if (obscured) found.push(hazardOf(text, 'obscured-command', start, start + line.length));
    for (const file of saved) {
      if (runs(plain, file.name))
        found.push(hazardOf(text, 'download-and-run', file.start, file.end, file.official ? 1 : 2));
    }
    for (const match of plain.matchAll(SAVES)) {
      const outer = excerpt.toOuter({ start: match.index, end: match.index + match[0].length });
      const address = /https?:\/\/[^\s"']{1,300}/.exec(match[0])?.[0] ?? '';
      const file = {
        name: match.groups!['name']!,
        start: start + outer.start,
        end: start + outer.end,
        official: isOfficialInstaller(address),
      };
      saved.push(file);
      if (runs(plain.slice(match.index + match[0].length), file.name))
        found.push(hazardOf(text, 'download-and-run', file.start, file.end));
    }
    if (found.length > HAZARD_LIMIT) break;
  }
  return found;
}

function* pieces(text: string): Iterable<{ line: string; start: number }> {
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    for (let from = at; from < end; from += PIECE) {
      yield { line: text.slice(from, Math.min(end, from + PIECE + OVERLAP)), start: from };
    }
    at = end + 1;
  }
}

/** The line starts the file: `start "" "%TEMP%\x.exe"`, `call x.bat`, `& .\x.ps1`. A line that only deletes or tests for it does not. */
function runs(line: string, name: string): boolean {
  const at = line.toLowerCase().indexOf(name.toLowerCase());
  if (
    at < 0 ||
    /\b(?:del|erase|rm|Remove-Item|exist|Test-Path|copy|move|curl|wget|iwr|Invoke-WebRequest|echo|tar|7z|expand)\b/i.test(
      line.slice(0, at),
    )
  )
    return false;
  return /(?:^|[;&|]|\bstart\b|\bcall\b|\bcmd\b|\bpowershell\b|Start-Process|-File|\bmsiexec\b|\bcscript\b|\bwscript\b|\brundll32\b)[^\n]{0,120}$/i.test(
    line.slice(0, at),
  );
}
