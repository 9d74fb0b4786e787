import type { InstructionHazard } from '../../hazard.ts';
import { findCarried } from './carried.ts';
import { findLaunchers, type Launcher, NAMES_LAUNCHER } from './launchers.ts';
import { RUN_BEHIND, RUNS_ELSEWHERE } from './otherLanguages.ts';
import { HAZARD_LIMIT, holdsCommands, type Page, quoted } from './page.ts';
import type { Passage } from './passages.ts';
import { howTold, sentenceAround, type Told } from './telling.ts';

const RUNS =
  /\b(?:run|execute|launch|start|open|double[- ]?click(?:\s+on)?|right[- ]?click(?:\s+on)?|click(?:\s+on)?|invoke|use|call|download|install\s+(?:with|using|via))\b|双击|运行|执行|启动|点击/gi;
/** Between the verb and the file: where these stand, the file is not what is run. */
const NOT_THE_OBJECT =
  /[,;]|\b(?:next to|beside|near|in front|located|contains?|inside|from within|removed|edit|editing|modify|like|such as|see|folder of)\b/i;
const FOR_EDITING =
  /^[^.\n]{0,30}\b(?:in|with)\s+(?:a|an|your|any|the)?\s*(?:\w{1,12}\s+)?(?:editor|notepad|vim|nano)/i;
const VERB_REACH = 70;
/** Directly before: the clone stands in the same block or the step above. */
const CLONE_REACH = 1_500;
const TREE_LINE = /^[\s│├└─|`+-]*[\w./\\-]+\s*(?:#.*|←.*)?$/;

/** Launchers that a document tells its reader to run, with what the model would really need. */
export function launcherHazards(page: Page, others: readonly InstructionHazard[]): InstructionHazard[] {
  const found: InstructionHazard[] = [];
  // A card of the Hub may also name a program without an ending.
  if (!page.context.isOnHub && !page.mayHold(NAMES_LAUNCHER)) return found;
  const protectionOff = others.some(
    ({ family, told, mitigated }) => family === 'security-off' && told !== 'mention' && !mitigated,
  );
  for (const passage of page.passages) {
    if (found.length >= HAZARD_LIMIT) break;
    const isPython = page.context.isOnHub && /^(?:python3?|py)$/.test(passage.language);
    if (passage.kind === 'code' && !holdsCommands(passage) && !isPython) continue;
    const isCode = passage.kind === 'code';
    const words = (isCode ? page.text : page.words).slice(passage.start, passage.end);
    const carried = isCode && page.context.isOnHub ? findCarried(words) : [];
    for (const launcher of isPython ? carried : [...findLaunchers(words), ...carried]) {
      const start = passage.start + launcher.span.start;
      const end = passage.start + launcher.span.end;
      const told = isCode ? toldInCode(words, launcher) : toldInProse(page, passage, start, end);
      if (!told) continue;
      found.push({
        type: 'instruction',
        family: 'launcher',
        pattern: patternOf(launcher),
        told,
        ...quoted(page.text, start, end),
        file: launcher.file,
        ...weighed(page, passage, launcher, start, told, protectionOff),
      });
    }
  }
  return found;
}

const patternOf = ({ file, pattern }: Launcher): string =>
  pattern ??
  (/\.pyw?$/i.test(file)
    ? 'run-python-launcher'
    : /\.(?:sh|command)$/i.test(file)
      ? 'run-shell-launcher'
      : /\.(?:whl|gz)$/i.test(file)
        ? 'install-package'
        : /\.\w{2,8}$/.test(file) && !/\.(?:bin|run|elf|out|x86_64|appimage)$/i.test(file)
          ? 'run-windows-launcher'
          : 'run-program');

function toldInProse(page: Page, passage: Passage, start: number, end: number): Told | undefined {
  const sentence = sentenceAround(page.words, { start, end }, passage);
  const floor = Math.max(sentence.start, start - VERB_REACH);
  const before = page.words.slice(floor, start);
  const verb = [...before.matchAll(RUNS), ...before.matchAll(RUNS_ELSEWHERE)].sort((a, b) => a.index - b.index).at(-1);
  if (!verb) return toldWithoutVerb(page, passage, sentence.start, start, end);
  const between = before.slice(verb.index + verb[0].length);
  if (NOT_THE_OBJECT.test(between)) return undefined;
  if (
    /^(?:use|open|call|download)$/i.test(verb[0]) &&
    (between.trim().length > 24 || FOR_EDITING.test(page.words.slice(end, end + 60)))
  )
    return undefined;
  const at = { start: floor + verb.index, end: floor + verb.index + verb[0].length };
  return howTold(page.words, passage, at);
}

const FULL_COMMAND = /^(?:python[\d.]*|py|bash|sh|zsh|source)\s|^\.[/\\]/i;
const MUST_BE_RUN =
  /^[^.\n]{0,40}?\b(?:must|should|needs?\s+to|has\s+to|have\s+to)\s+(?:first\s+)?be\s+(?:run|executed|started|launched|double-clicked)\b/i;

/** A list item that is nothing but a command, and `loader.py must be run first`. */
function toldWithoutVerb(page: Page, passage: Passage, from: number, start: number, end: number): Told | undefined {
  const behind = page.words.slice(end, end + 120);
  if (MUST_BE_RUN.test(behind) || RUN_BEHIND.test(behind)) return howTold(page.words, passage, { start, end });
  if (passage.kind !== 'prose' || !FULL_COMMAND.test(page.words.slice(start, end))) return undefined;
  const before = page.words.slice(from, start);
  return before.replace(/[^\p{L}]/gu, '').length < 4 || /(?:&&|;)\s*$/.test(before) ? 'code' : undefined;
}

/** In a block of code a launcher counts where a command may begin; in a list of files it is a mention. */
function toldInCode(code: string, launcher: Launcher): Told | undefined {
  const lineStart = code.lastIndexOf('\n', launcher.span.start - 1) + 1;
  const before = code.slice(Math.max(lineStart, launcher.span.start - 200), launcher.span.start);
  if (/^\s*(?:#\s|::|REM\b|\/\/)/i.test(before)) return RUNS_AT_END.test(before) ? 'imperative' : undefined;
  if (
    !/(?:^|[;&|]|\bcall\b|\bstart\b(?:\s+"[^"]{0,40}")?|\bcmd(?:\.exe)?\s+\/[ck]|-File|-Command|\bsudo\b|\bwine\b|[$>%]\s)\s*["'&.\\/ ]*$/i.test(
      before,
    )
  ) {
    return undefined;
  }
  return isFileList(code) ? 'mention' : 'code';
}

const RUNS_AT_END = /\b(?:run|execute|launch|start|double[- ]?click)\b[^\n]{0,30}$/i;

function isFileList(code: string): boolean {
  const lines = code
    .slice(0, 4_000)
    .split('\n')
    .filter(line => line.trim() !== '');
  if (/[│├└]/.test(code.slice(0, 4_000))) return true;
  return (
    lines.length > 2 && lines.filter(line => TREE_LINE.test(line) && !line.includes(' ')).length > lines.length / 2
  );
}

/** `python run.py --do_eval` is how a paper's numbers are made. */
const takesArguments = ({ hasArguments, file }: Launcher): boolean => hasArguments && /\brun\.(?:py|sh)$/i.test(file);

function weighed(
  page: Page,
  passage: Passage,
  launcher: Launcher,
  start: number,
  told: Told,
  protectionOff: boolean,
): { aggravated?: string; mitigated?: string } {
  if (told === 'mention') return {};
  const clone = page.context.clones.findLast(({ at }) => at < start);
  const ofElsewhere = clone?.from === 'elsewhere' && start - clone.at < CLONE_REACH;
  const reasons: string[] = [];
  const isPlainProgram = !launcher.sets || takesArguments(launcher);
  if (page.context.isModelCard && !ofElsewhere && !isPlainProgram) {
    if (page.context.loadsByCall) reasons.push(`${page.context.loadsByCall}; no script is needed`);
    if (clone?.from === 'hub' && start - clone.at < CLONE_REACH)
      reasons.push('it is run straight from a clone of the model');
  }
  const sentence = sentenceAround(page.words, { start, end: start }, passage);
  if (
    /(?<!\b(?:non|not|no|without)[- ](?:an?[- ])?)\badmin(?:istrator)?\b/i.test(
      page.words.slice(sentence.start, sentence.end),
    )
  )
    reasons.push('it asks for administrator rights');
  if (protectionOff) reasons.push('the same document switches protection off');
  if (reasons.length > 0) return { aggravated: reasons.slice(0, 2).join(', and ') };
  if (page.context.isOnHub && takesArguments(launcher)) return { mitigated: 'it takes arguments, as a program does' };
  if (ofElsewhere) return { mitigated: 'it belongs to a project that is cloned just before' };
  return page.context.isModelCard ? {} : { mitigated: 'a program says how it is started' };
}
