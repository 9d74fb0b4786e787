import type { CodeLens, InlayHint } from 'vscode-languageserver';
import type { Engine, JudgeOptions } from '../../core/engine.ts';
import type { Reference } from '../../core/references/reference.ts';
import { wordEnd } from '../../core/text/wordEnd.ts';
import type { Verdict } from '../../core/trust/assessment.ts';
import { openReportCommand, type ReportSubject } from '../../protocol.ts';
import type { Judged } from '../judging.ts';
import { toRange } from '../protocolRange.ts';

/** Verdicts beside the ids themselves, for those who want to see them without asking. */

interface Marked {
  readonly reference: Reference;
  readonly verdict: Verdict;
}

/** What loads something, with its verdict; a link in prose is left in peace. */
function marked(
  { reading, findings }: Judged,
  engine: Engine,
  options: Pick<JudgeOptions, 'facts' | 'decision'>,
): Marked[] {
  return reading.references
    .filter(({ link }) => !link)
    .map(reference => {
      const own = findings.filter(({ id, kind }) => id === reference.id && kind === reference.kind);
      return { reference, verdict: engine.assess(reference.id, reference.kind, own, options).verdict };
    });
}

/** One lens for each repo and line: several names on one line stand side by side. */
export function verdictLenses(
  judged: Judged,
  engine: Engine,
  options: Pick<JudgeOptions, 'facts' | 'decision'>,
): CodeLens[] {
  const lenses = new Map<string, CodeLens>();
  for (const { reference, verdict } of marked(judged, engine, options)) {
    const { id, kind } = reference;
    const range = toRange(judged.lines, reference.span);
    const command = {
      title: `${id}: ${verdict}`,
      command: openReportCommand,
      arguments: [{ id, kind } satisfies ReportSubject],
    };
    lenses.set(`${range.start.line} ${kind} ${id}`, { range, command });
  }
  return [...lenses.values()];
}

/** The verdict behind the whole word: within the quotes of an id it would look like a part of it. */
export const verdictHints = (
  judged: Judged,
  engine: Engine,
  options: Pick<JudgeOptions, 'facts' | 'decision'>,
  lines: { readonly from: number; readonly to: number },
): InlayHint[] =>
  marked(judged, engine, options).flatMap(({ reference, verdict }) => {
    const end = wordEnd(judged.reading.text, reference.span.end);
    const position = toRange(judged.lines, { start: end, end }).end;
    return position.line < lines.from || position.line > lines.to
      ? []
      : [{ position, label: verdict, paddingLeft: true }];
  });
