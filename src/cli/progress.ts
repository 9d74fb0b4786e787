import type { WriteStream } from 'node:tty';

/** Shows what is being done on the last line of a terminal, ten times a second at most; silent anywhere else. */
export function progressOn(stream: Pick<WriteStream, 'isTTY' | 'write'>): (text: string) => void {
  let shown = false;
  let last = 0;
  return text => {
    if (!stream.isTTY) return;
    if (text === '') {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
      return;
    }
    const now = Date.now();
    if (now - last < 100) return;
    last = now;
    shown = true;
    stream.write(`\r\u001b[K${text}`);
  };
}
