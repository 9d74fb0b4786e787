/** In characters: what is compared in one go. The engine compares a stretch as fast as memory is read, and single characters a hundred times slower. */
const STRETCH = 16_384;

/** How many characters two texts share at their beginnings. */
export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  for (let step = STRETCH; step > 0 && length < most; ) {
    const end = Math.min(length + step, most);
    if (a.slice(length, end) === b.slice(length, end)) length = end;
    else step = (end - length) >> 1;
  }
  return length;
}

/** How many characters two texts share at their ends, `most` at the most. */
export function commonEnd(a: string, b: string, most = Math.min(a.length, b.length)): number {
  let length = 0;
  for (let step = STRETCH; step > 0 && length < most; ) {
    const next = Math.min(length + step, most);
    if (a.slice(a.length - next, a.length - length) === b.slice(b.length - next, b.length - length)) length = next;
    else step = (next - length) >> 1;
  }
  return length;
}
