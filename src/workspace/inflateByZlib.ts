import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '../core/names/openNameTable.ts';

/** Node's own inflate; a body that would grow beyond its announced length is refused with an error. */
export const inflateByZlib: Inflate = (deflated, length) => inflateRawSync(deflated, { maxOutputLength: length });
