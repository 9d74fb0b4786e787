/** A copy: an id that was cut from a text keeps all of it in memory for as long as it is remembered. */
export const detached = (id: string): string => Buffer.from(id, 'utf16le').toString('utf16le');
