import type { InstructionFamily } from '../../hazard.ts';

/** One thing that a document may tell its reader to do. Found in one stretch of text by one bounded expression. */
export interface InstructionPattern {
  /** Kebab-case; `pattern` of the hazard. */
  readonly id: string;
  readonly family: InstructionFamily;
  /** What it asks of the reader, in words that follow "it tells you to". */
  readonly means: string;
  /** Commands count in code and wherever prose quotes them; words count where sentences stand. */
  readonly kind: 'command' | 'words';
  /** Global. Group `url` is the address that it fetches, group `file` the file that it runs. Every repetition has a limit. */
  readonly matches: RegExp;
  /** Holds for every text that `matches` finds something in, marks and all, and takes a fraction of the time: most pages say no. */
  readonly needs: RegExp;
  /** Where the pattern was seen, or why it is here. */
  readonly source: string;
  /** Why this very match weighs less. */
  readonly mitigated?: (match: string) => string | undefined;
  /** Why this very match weighs more. */
  readonly aggravated?: (match: string) => string | undefined;
}
