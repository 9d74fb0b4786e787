export type ShellLanguage = 'batch' | 'powershell' | 'shell';

export interface ScriptLine {
  readonly line: string;
  readonly start: number;
}

/** A line longer than this is read in pieces that overlap, so that padding hides nothing and a megabyte stays linear. */
const PIECE = 4_000;
const OVERLAP = 600;

const COMMENT = { batch: /^\s*(?:::|@?rem\b)/i, powershell: /^\s*#(?!>)/, shell: /^\s*#/ } as const;
const PRINTS = /^\s*@?(?:echo|printf|Write-(?:Host|Output|Warning|Error|Verbose)|title|cat)\b/i;
/** `cat <<'EOF'`, `Write-Host @'`: text that is shown. With a `>` it is written somewhere, and read like the rest. */
const SHOWS_UNTIL =
  /^\s*cat\s*<<-?\s*["']?(?<shell>\w{1,40})["']?\s*$|^\s*Write-(?:Host|Output)\s+@(?<quote>["'])\s*$/i;

/** The lines of a script that do something: no comments, no help texts, no messages. */
export function* linesThatRun(text: string, language: ShellLanguage): Iterable<ScriptLine> {
  let shownUntil: string | undefined;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, Math.min(end, at + PIECE));
    const start = at;
    at = end + 1;
    if (shownUntil !== undefined) {
      if (line.trim().startsWith(shownUntil)) shownUntil = undefined;
      continue;
    }
    if (language === 'powershell' && /^\s*<#/.test(line)) {
      if (!line.includes('#>')) shownUntil = endOfBlockComment(text, at);
      continue;
    }
    const shows = language === 'batch' ? null : SHOWS_UNTIL.exec(line);
    if (shows?.groups) {
      shownUntil = shows.groups['shell'] ?? `${shows.groups['quote']}@`;
      continue;
    }
    if (COMMENT[language].test(line) || isMessage(line)) continue;
    for (let from = start; from < end; from += PIECE) {
      yield { line: text.slice(from, Math.min(end, from + PIECE + OVERLAP)), start: from };
    }
  }
}

/** `#>` may stand behind words; then the whole last line of the comment is what ends it. */
function endOfBlockComment(text: string, from: number): string | undefined {
  const close = text.indexOf('#>', from);
  if (close < 0) return undefined;
  const lineStart = text.lastIndexOf('\n', close) + 1;
  return text.slice(lineStart, close + 2).trim();
}

/** Prints something, and neither pipes nor writes it: a `|` inside quotes is part of the message. */
function isMessage(line: string): boolean {
  if (!PRINTS.test(line)) return false;
  const bare = line.replace(/"(?:[^"\\`]|[\\`].){0,2000}"|'[^']{0,2000}'/g, '');
  return !/[|>&;<]|\$\(/.test(bare);
}
