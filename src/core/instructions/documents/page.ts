import type { InstructionHazard } from '../../hazard.ts';
import type { Span } from '../../text/span.ts';
import type { DocumentContext } from './card.ts';
import { withoutEntities } from './marks.ts';
import type { Passage } from './passages.ts';

/** A document as the readers of this room share it. */
export interface Page {
  readonly path: string;
  readonly text: string;
  /** The text with its marks blanked, character for character. */
  readonly words: string;
  readonly passages: readonly Passage[];
  readonly context: DocumentContext;
  /** Can anything be found for which this must hold? Looked for once a page, in the text as written and as shown. */
  readonly mayHold: (needs: RegExp) => boolean;
}

/** Answers for a text, and for what is shown of it where the two differ by more than blanked marks. */
export function searcher(text: string, words: string): Page['mayHold'] {
  const shown = withoutEntities(text);
  const views = shown === text ? [text] : [text, shown, words];
  const known = new Map<RegExp, boolean>();
  return needs => {
    let answer = known.get(needs);
    if (answer === undefined) {
      answer = views.some(view => needs.test(view));
      known.set(needs, answer);
    }
    return answer;
  };
}

/** More hazards than this say nothing new, and a hostile document could hold a million. */
export const HAZARD_LIMIT = 200;
const EVIDENCE_LIMIT = 300;

const TROUBLE =
  /\b(?:trouble ?shooting|faq|frequently asked|known (?:issues|problems)|common (?:issues|problems|errors)|false positives?|errors?|issues?|antivirus|if (?:it|something) (?:fails|does))/;
const LANGUAGES_OF_COMMANDS =
  /^(?:|sh|bash|shell|zsh|fish|console|shell-?session|terminal|command|cmd|bat|batch|dos|powershell|ps|ps1|pwsh|text|txt|plaintext|none)$/;

/** Blocks that a reader copies into a terminal. JSON, diffs, logs and the like are not, and Python has its own patterns. */
export const holdsCommands = (passage: Passage): boolean =>
  passage.kind === 'code' && LANGUAGES_OF_COMMANDS.test(passage.language);

/** A troubleshooting section weighs less in a project's own documents; a model card has no program that could be flagged. */
export const inTroubleshooting = (page: Page, passage: Passage): boolean =>
  !page.context.isModelCard &&
  (passage.headings.some(heading => TROUBLE.test(heading)) ||
    /(?:troubleshoot|faq|known[-_]issues)[^/]*$/i.test(page.path));

/** The exact words at a place: trimmed, without half a pair of quotes, and cut where a hostile line would go on. */
export function quoted(text: string, start: number, end: number): { span: Span; evidence: string } {
  let from = start;
  let to = Math.min(end, start + EVIDENCE_LIMIT);
  while (from < to && /[\s*`"'“”]/.test(text[from]!)) from++;
  while (to > from && (/[\s*“”,;:]/.test(text[to - 1]!) || endsWithHalfAPair(text.slice(from, to)))) to--;
  return { span: { start: from, end: to }, evidence: text.slice(from, to) };
}

function endsWithHalfAPair(words: string): boolean {
  const last = words.at(-1);
  return (last === '"' || last === "'" || last === '`') && words.split(last).length % 2 === 0;
}

/** Sorted; in a family the longest of overlapping hazards stays, and one that is told stands before a mention. */
export function settle(hazards: readonly InstructionHazard[]): InstructionHazard[] {
  const rank = (hazard: InstructionHazard) =>
    (hazard.told === 'mention' ? 0 : 1e6) + hazard.span.end - hazard.span.start;
  const kept: InstructionHazard[] = [];
  const lastEnd = new Map<string, InstructionHazard>();
  const ordered = [...hazards].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.family < b.family ? -1 : 1),
  );
  for (const hazard of ordered) {
    const before = lastEnd.get(hazard.family);
    if (before && before.span.end > hazard.span.start) {
      if (rank(before) >= rank(hazard)) continue;
      kept.splice(kept.indexOf(before), 1);
    }
    lastEnd.set(hazard.family, hazard);
    kept.push(hazard);
    if (kept.length >= HAZARD_LIMIT) break;
  }
  return kept;
}
