import type { Language } from './document.ts';
import type { Hazard } from './hazard.ts';
import type { Reading as CodeReading } from './references/readReferences.ts';
import type { Reference } from './references/reference.ts';
import type { Suppression } from './rules/suppressions.ts';

/** All that a text says, before anyone judges it. */
export interface Reading {
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  /** Sorted by position. */
  readonly references: readonly Reference[];
  /** Sorted by position. */
  readonly hazards: readonly Hazard[];
  readonly suppressions: readonly Suppression[];
  /** What makes reading the next version cheap: syntax trees and what their parts were found to say. */
  readonly memory?: CodeReading;
}
