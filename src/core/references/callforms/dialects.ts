/** How a language writes texts and comments: all that a scanner must know to tell code from both. */
export interface Dialect {
  /** Marks around a text in which a backslash means nothing; the longer of two comes first. */
  readonly raw: readonly (readonly [open: string, close: string])[];
  /** Marks around a text that may run over lines. */
  readonly long: readonly string[];
  /** May a comment hold comments? */
  readonly nests: boolean;
}

/** Source: the language specifications of Go, Java, Kotlin, Scala, C# and Swift. */
export const DIALECTS = {
  go: { raw: [['`', '`']], long: [], nests: false },
  // Of Java, Kotlin and Scala only the last two nest comments, and hardly anyone does.
  java: { raw: [], long: ['"""'], nests: false },
  csharp: {
    raw: [
      ['$@"', '"'],
      ['@"', '"'],
      ['"""', '"""'],
    ],
    long: [],
    nests: false,
  },
  swift: { raw: [['#"', '"#']], long: ['"""'], nests: true },
} as const satisfies Record<string, Dialect>;

export type CallLanguage = keyof typeof DIALECTS;

export const CALL_LANGUAGES: readonly CallLanguage[] = ['go', 'java', 'csharp', 'swift'];
