import type { InstructionHazard } from '../../hazard.ts';
import type { Span } from '../../text/span.ts';
import { DENIED_ELSEWHERE } from './otherLanguages.ts';
import type { Passage } from './passages.ts';

export type Told = InstructionHazard['told'];

/** How far a sentence is followed to either side. Longer ones are read in part. */
const SENTENCE_REACH = 300;

/** Sections that record or analyse instead of instructing. */
const RECORDING =
  /\b(?:change ?log|release notes|what'?s new|news|history|attack|threat model|indicators? of compromise|incident|migration|deprecat|data instances|data fields|dataset structure|sample (?:rows|records|texts))/;
/** The line above a quotation that says what is quoted: `An example of the field:`. */
const INTRODUCES_QUOTE =
  /\b(?:examples?|samples?|instances?|fields?|prompts?|rows?|entr(?:y|ies)|excerpts?|quotes?)\b[^\n]{0,80}:\s*$/i;
/** Somebody tells of somebody else's instruction. Words that an attacker could use of himself ("not malware") are left out. */
const REPORTED =
  /\b(?:attackers?|adversar(?:y|ies)|threat actors?|victims?|phishing|clickfix|social engineering|lures?|tricked|(?:users|people|visitors|developers) (?:were|are|was) (?:told|asked|instructed)|(?:told|asked|asks|tells|instructed|instructs|tricks|tricking) (?:the )?(?:users?|people|visitors|developers)|we (?:warn|flag|detect|report|mark))\b/i;
/** `do not`, `never`, `no need to`, `without`: what denies the verb that follows closely. */
const DENIAL =
  /\b(?:do(?:es)? not|don['’]?t|doesn['’]?t|never|not|cannot|can['’]?t|won['’]?t|shouldn['’]?t|needn['’]?t|no (?:need|reason|longer)|without|avoid|instead of|rather than|refuse to|stop)\b(?!\s+(?:worry|panic|forget|hesitate|only))[^,;:.!?]{0,45}$/i;
const LIFTS_DENIAL = /\b(?:unless|until|if|because|so|but|and|then)\b/i;
const CONDITION_BEFORE = /\b(?:if|unless|in case|should)\b[^,;:.!?]{0,30}$/i;
/** Somebody other than the reader does it: `it will disable`, `the installer tries to run`. */
const ANOTHER_DOES =
  /\b(?:it|we|they|he|she|that|which|who|script|program|installer|app|application|malware|tool|launcher|loader|payload|batch|code|update|version|model|agent|test|evaluation)\s+(?:also\s+|then\s+)?(?:will|can|could|may|might|would|must|did|does|do|to|used to|tr(?:y|ies) to|attempts? to|wants? to)?\s*$/i;
/** A prediction of anybody but the reader: `would disable`, `the file could run`. */
const PREDICTED = /(?<!\byou\s{1,4})\b(?:will|would|could|might|may|did)\s*$/i;
const ONLY_ATTEMPTED =
  /\b(?:try|tries|tried|trying|attempts?|attempted|attempting|able|used|designed|ability|allows?|permission|going|starts?)\s+to\s*$/i;

/** The same in Chinese, directly before the verb. */
const DENIAL_ZH = /(?:不要|请勿|切勿|无需|不需要|不用|不必|禁止)[^，。；！？]{0,12}$/;

/** The sentence around a place, inside its passage. List items and headings end a sentence even without a full stop. */
export function sentenceAround(text: string, at: Span, passage: Span): Span {
  const floor = Math.max(passage.start, at.start - SENTENCE_REACH);
  const before = text.slice(floor, at.start);
  const stops = [...before.matchAll(/[.!?](?=\s)|[。！？]|\n\s*\n/g)].at(-1);
  const after = text.slice(at.end, Math.min(passage.end, at.end + SENTENCE_REACH));
  const stop = /[.!?](?=\s|$)|[。！？]|\n\s*\n/.exec(after);
  return {
    start: stops ? floor + stops.index + stops[0].length : floor,
    end: stop ? at.end + stop.index + stop[0].length : at.end + after.length,
  };
}

/**
 * How a passage of prose tells the reader to do what `verb` begins. A description, a denial, a question and an entry of
 * a changelog are mentions.
 */
export function howTold(words: string, passage: Passage, verb: Span): 'imperative' | 'mention' {
  if (passage.headings.some(heading => RECORDING.test(heading))) return 'mention';
  if (/^\s{0,3}>/.test(words.slice(passage.start, passage.start + 5)) && isQuoted(words, passage)) return 'mention';
  const sentence = sentenceAround(words, verb, passage);
  const before = words.slice(sentence.start, verb.start);
  const whole = words.slice(sentence.start, sentence.end);
  if (REPORTED.test(whole) || whole.trimEnd().endsWith('?')) return 'mention';
  if (isDenied(before) || ANOTHER_DOES.test(before) || PREDICTED.test(before) || ONLY_ATTEMPTED.test(before))
    return 'mention';
  return 'imperative';
}

/** Quoted lines in a row are cut into passages of their own: the words above the first of them tell. */
function isQuoted(words: string, { start }: Passage): boolean {
  const above = words.slice(Math.max(0, start - 1_000), start).replace(/(?:\n[ \t]{0,3}>[^\n]*)+\s*$/, '');
  return INTRODUCES_QUOTE.test(above.trimEnd());
}

function isDenied(before: string): boolean {
  if (DENIAL_ZH.test(before) || DENIED_ELSEWHERE.test(before)) return true;
  const denial = DENIAL.exec(before);
  if (!denial) return false;
  return !LIFTS_DENIAL.test(denial[0]) && !CONDITION_BEFORE.test(before.slice(0, denial.index));
}
