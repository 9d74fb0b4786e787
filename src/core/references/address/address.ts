import type { RepoKind } from '../reference.ts';

/** An address that names a repo, in some text. Offsets are into that text. */
export interface HubAddress {
  readonly id: string;
  readonly kind: RepoKind;
  /** The id alone. */
  readonly start: number;
  readonly end: number;
  /** Where the address begins, scheme included, and where what was read of it ends. */
  readonly from: number;
  readonly to: number;
  readonly revision?: { readonly value: string; readonly start: number; readonly end: number };
  /** `:Q4_K_M` behind an address without a scheme, as Ollama and llama.cpp take it. */
  readonly quantization?: { readonly value: string; readonly start: number; readonly end: number };
  /** A page to read, not content to load. */
  readonly link: boolean;
  readonly form: 'uri' | 'page' | 'content' | 'git' | 'api' | 'host';
}
