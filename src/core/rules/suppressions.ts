import type { Span } from '../text/span.ts';

/** `# model-trust: ignore[rule, rule]`, in whatever comment syntax. */
export interface Suppression {
  readonly rules: readonly SuppressedRule[];
  /** The lines whose findings it silences, zero-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface SuppressedRule {
  readonly id: string;
  readonly span: Span;
}
