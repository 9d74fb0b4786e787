import { createHash } from 'node:crypto';

export const sha1 = (content: string | Uint8Array): string => createHash('sha1').update(content).digest('hex');
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What Git calls a file with this content. */
export const blobId = (content: Uint8Array): string =>
  createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');

/** What lies in Git where the content lies in large-file storage. Source: git-lfs, `docs/spec.md`. */
export const pointerTo = (oid: string, size: number): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`;

/** An ObjectId: four bytes of creation time, and eight that tell it from others. */
export const objectIdOf = (created: string, name: string): string =>
  Math.floor(Date.parse(created) / 1000)
    .toString(16)
    .padStart(8, '0') + sha1(name).slice(0, 16);

/** A number below `limit` that is always the same for the same name. */
export const numberOf = (name: string, limit: number): number => Number.parseInt(sha1(name).slice(0, 8), 16) % limit;
