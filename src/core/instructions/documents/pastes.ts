import type { InstructionHazard } from '../../hazard.ts';
import { PASTE_TO_RUN } from './downloadPatterns.ts';
import { type Page, quoted } from './page.ts';
import { howTold } from './telling.ts';

/** `Open Terminal and paste this`: every second README says it. It is ClickFix when what follows is hidden or unknown. */
const TERMINAL_PASTE =
  /\b(?:open|launch|start)\s{1,4}(?:a\s{1,3}|the\s{1,3}|your\s{1,3})?(?:new\s{1,3})?(?:terminal|powershell|command\s{1,3}prompt|console|cmd)\b[^#]{0,160}?\b(?:copy\s{1,3}and\s{1,3})?paste\b[^#\n]{0,60}/gi;
/** The console of a browser, where a line of somebody else acts with the reader's own session. */
const CONSOLE_PASTE =
  /(?:\bF12\b|\b(?:browser|web|javascript|chrome|firefox)(?:['’]s)?\s{1,4}console\b|\bdev(?:eloper)?\s{0,3}tools\b|\bconsole\s{1,4}tab\b|\b(?:ctrl|cmd|⌘)\s{0,3}\+\s{0,3}(?:shift|opt(?:ion)?)\s{0,3}\+\s{0,3}[IJ]\b|控制台|консол\p{L}{1,2}(?![\p{L}]))[^#]{0,300}?(?:\bpaste\b|вставьте|einfügen|collez|\bpeg(?:a|ue)\b|粘贴|貼り付け)[^#\n]{0,60}/giu;
/** What takes something out of that session, or brings code into it. A line that only clicks or scrolls does neither. */
const REACHES_OUT =
  /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket\(|document\.cookie|localStorage|sessionStorage|indexedDB|\beval\(|\batob\(|\bimport\(|createElement\(\s{0,3}['"]script|\$\.(?:get|post|ajax|getScript)\(/;
const PASTE = /paste/i;
/** How far below the invitation the command may stand. */
const COMMAND_REACH = 500;

/** Invitations to paste a command where nothing checks it. They stretch over list items, so the whole page is read at once. */
export function pasteHazards(page: Page, commands: readonly InstructionHazard[]): InstructionHazard[] {
  const found: InstructionHazard[] = [];
  for (const pattern of PASTE_TO_RUN) {
    if (!page.mayHold(pattern.needs)) continue;
    for (const match of page.words.matchAll(pattern.matches)) {
      found.push(hazardAt(page, pattern.id, match.index, match[0].length));
    }
  }
  if (page.mayHold(REACHES_OUT)) {
    for (const match of page.words.matchAll(CONSOLE_PASTE)) {
      const end = match.index + match[0].length;
      if (!REACHES_OUT.test(page.text.slice(match.index, end + COMMAND_REACH))) continue;
      found.push({
        ...hazardAt(page, 'console-paste', match.index, match[0].length),
        aggravated: 'the line reaches out of the page',
      });
    }
  }
  if (!page.mayHold(PASTE)) return found;
  for (const match of page.words.matchAll(TERMINAL_PASTE)) {
    const end = match.index + match[0].length;
    const command = commands.find(
      ({ family, mitigated, span, told }) =>
        (family === 'pipe-to-shell' || family === 'encoded-command') &&
        !mitigated &&
        told !== 'mention' &&
        span.start >= match.index &&
        span.start - end < COMMAND_REACH,
    );
    if (
      command?.family !== 'encoded-command' &&
      !/\b(?:base64|http:|\d{1,3}(?:\.\d{1,3}){3})/.test(command?.evidence ?? '')
    )
      continue;
    found.push({
      ...hazardAt(page, 'terminal-paste', match.index, match[0].length),
      aggravated: 'the command hides what it does',
    });
  }
  return found;
}

function hazardAt(page: Page, pattern: string, start: number, length: number): InstructionHazard {
  const { span, evidence } = quoted(page.text, start, start + length);
  const passage = page.passages.find(({ start, end }) => start <= span.start && span.start < end);
  const told = !passage ? 'mention' : passage.kind === 'code' ? 'code' : howTold(page.words, passage, span);
  return { type: 'instruction', family: 'paste-to-run', pattern, told, span, evidence };
}
