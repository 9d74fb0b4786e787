import type { InstructionHazard } from '../../hazard.ts';
import { isOfficialInstaller } from '../installers.ts';
import { AUTOSTART } from './autostart.ts';
import { PACKAGE_INDEX, PASSWORD_ARCHIVE, SECRET_OF_ARCHIVE } from './downloadPatterns.ts';
import { withoutEntities } from './marks.ts';
import { IN_OTHER_LANGUAGES } from './otherLanguages.ts';
import { holdsCommands, inTroubleshooting, type Page, quoted } from './page.ts';
import type { Passage } from './passages.ts';
import type { InstructionPattern } from './pattern.ts';
import { PRIVILEGE, SECURITY_OFF } from './protectionPatterns.ts';
import { ENCODED, PIPE_TO_SHELL } from './shellPatterns.ts';
import { howTold, sentenceAround, type Told } from './telling.ts';
import { FETCH_THEN_RUN } from './twoSteps.ts';

/** What a document may tell its reader to do, each pattern with what it cannot do without. */
export const PATTERNS: readonly InstructionPattern[] = [
  ...PIPE_TO_SHELL,
  ...FETCH_THEN_RUN,
  ...ENCODED,
  ...SECURITY_OFF,
  ...PRIVILEGE,
  ...PASSWORD_ARCHIVE,
  ...SECRET_OF_ARCHIVE,
  ...AUTOSTART,
  ...PACKAGE_INDEX,
  ...IN_OTHER_LANGUAGES,
];

const INVITES =
  /\b(?:run|runs?|use|using|with|execute|type|paste|enter|install|open|try|via|command|copy|issue)\b|:\s*$/i;

/** Hazards that one expression finds in one passage: pipes into shells, hidden commands, weakened protection, passwords. */
export function commandHazards(page: Page): InstructionHazard[] {
  const found: InstructionHazard[] = [];
  const possible = PATTERNS.filter(({ needs }) => page.mayHold(needs));
  if (possible.length === 0) return found;
  for (const passage of page.passages) {
    if (
      passage.kind === 'code' &&
      !holdsCommands(passage) &&
      passage.language !== 'python' &&
      passage.language !== 'py'
    )
      continue;
    const raw = page.text.slice(passage.start, passage.end);
    const shown = withoutEntities(raw);
    const words = page.words.slice(passage.start, passage.end);
    for (const pattern of possible) {
      if (pattern.kind === 'words' && passage.kind === 'code' && passage.language !== '' && !holdsCommands(passage))
        continue;
      const text = passage.kind === 'code' ? raw : pattern.kind === 'command' ? shown : words;
      // Most passages match nothing, and a test makes no copy of the pattern as `matchAll` does.
      pattern.matches.lastIndex = 0;
      if (!pattern.matches.test(text)) continue;
      pattern.matches.lastIndex = 0;
      for (const match of text.matchAll(pattern.matches)) found.push(hazardOf(page, passage, pattern, match));
    }
  }
  return found;
}

function hazardOf(
  page: Page,
  passage: Passage,
  pattern: InstructionPattern,
  match: RegExpExecArray,
): InstructionHazard {
  const start = passage.start + match.index;
  const { span, evidence } = quoted(page.text, start, start + match[0].length);
  const url = match.groups?.['url'];
  const file = match.groups?.['file'];
  const aggravated = pattern.aggravated?.(match[0]) ?? cardAsks(page, pattern);
  const mitigated =
    url && allOfficial(url, match[0])
      ? 'an official installer'
      : (pattern.mitigated?.(match[0]) ??
        ofSameProject(page, url) ??
        officialBeside(page, passage, pattern, span.end) ??
        troubleshooting(page, passage, pattern));
  return {
    type: 'instruction',
    family: pattern.family,
    pattern: pattern.id,
    told: toldAt(page, passage, pattern, span),
    span,
    evidence,
    ...(file ? { file } : {}),
    ...(url ? { url } : {}),
    ...(aggravated && !(mitigated === 'an official installer') ? { aggravated } : {}),
    ...(mitigated ? { mitigated } : {}),
  };
}

/** `powershell -ExecutionPolicy ByPass -c "irm https://astral.sh/uv/install.ps1 | iex"`: the policy serves the installer on the same line. */
function officialBeside(page: Page, passage: Passage, pattern: InstructionPattern, from: number): string | undefined {
  if (pattern.id !== 'execution-policy' && pattern.id !== 'powershell-hidden') return undefined;
  const line = page.text.slice(from, Math.min(passage.end, from + 300)).split('\n', 1)[0]!;
  const address = /https?:\/\/[^\s"'|)]{1,300}/.exec(line)?.[0];
  return address && isOfficialInstaller(address) ? 'an official installer' : undefined;
}

/** Every address of the command, not only the first: a second one would be fetched as well. */
const allOfficial = (url: string, command: string): boolean =>
  [url, ...(command.match(/https?:\/\/[^\s"'`|)<>]{1,500}/gi) ?? [])].every(isOfficialInstaller);

/** A project's own README that pipes the project's own script: who reads it has come for that project. A model card has no such excuse. */
function ofSameProject(page: Page, url: string | undefined): string | undefined {
  if (!url || page.context.isModelCard) return undefined;
  const project = /^https:\/\/(?:raw\.githubusercontent\.com|github\.com)\/([\w.-]{1,60}\/[\w.-]{1,100})\//i.exec(
    url,
  )?.[1];
  return project && page.text.toLowerCase().includes(`github.com/${project.toLowerCase()}`)
    ? 'it comes from the project that the document is about'
    : undefined;
}

const troubleshooting = (page: Page, passage: Passage, pattern: InstructionPattern) =>
  (pattern.family === 'security-off' || pattern.family === 'privilege') && inTroubleshooting(page, passage)
    ? 'a troubleshooting section'
    : undefined;

function cardAsks({ context }: Page, { id, family }: InstructionPattern): string | undefined {
  if (id === 'package-from-address' && (context.isModelCard || context.isDatasetCard))
    return 'a package runs code as it is installed';
  return context.isModelCard && (family === 'security-off' || /^(?:run-as-administrator|administrator-rights)/.test(id))
    ? 'this is the card of a model'
    : undefined;
}

function toldAt(page: Page, passage: Passage, pattern: InstructionPattern, span: { start: number; end: number }): Told {
  if (passage.kind === 'code') return isComment(page, span.start) && pattern.kind === 'command' ? 'mention' : 'code';
  const told = howTold(page.words, passage, span);
  if (pattern.kind === 'words' || told === 'mention') return told;
  const sentence = sentenceAround(page.words, span, passage);
  const before = page.words.slice(sentence.start, span.start);
  if (passage.kind === 'table' && pattern.family !== 'pipe-to-shell' && pattern.family !== 'encoded-command')
    return 'mention';
  if (before.replace(/[^\p{L}]/gu, '').length < 4) return 'code';
  return INVITES.test(before) ? 'imperative' : 'mention';
}

function isComment(page: Page, at: number): boolean {
  const line = page.text.slice(Math.max(page.text.lastIndexOf('\n', at - 1) + 1, at - 200), at);
  return /^\s*(?:#(?!>)\s|\/\/|::|REM\b)/i.test(line);
}
