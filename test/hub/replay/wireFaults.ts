import type { ServerResponse } from 'node:http';

/** What would have been sent. */
export interface Wire {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How long slow things take. */
  readonly slowMs: number;
}

type Send = (response: ServerResponse, wire: Wire) => void;

const CHUNK = Buffer.alloc(64 * 1024, '[1,2,3],');

/** Faults of the connection itself: late, cut, or without an end. */
export const WIRE_FAULTS = {
  'slow-headers': (response, wire) => {
    const timer = setTimeout(() => whole(response, wire), wire.slowMs);
    response.on('close', () => clearTimeout(timer));
  },
  'slow-body': (response, wire) => {
    response.writeHead(wire.status, wire.headers);
    const step = Math.max(1, Math.ceil(wire.body.length / 20));
    let at = 0;
    const timer = setInterval(() => {
      response.write(wire.body.subarray(at, at + step));
      at += step;
      if (at >= wire.body.length) response.end();
      if (at >= wire.body.length) clearInterval(timer);
    }, wire.slowMs / 20);
    response.on('close', () => clearInterval(timer));
  },
  // Nothing more comes until the client gives up or the server stops.
  hang: () => {},
  'hang-body': (response, wire) => {
    response.writeHead(wire.status, wire.headers);
    response.write(wire.body.subarray(0, wire.body.length / 2));
  },
  'cut-before-headers': response => response.socket?.destroy(),
  'cut-in-headers': response => {
    response.socket?.write('HTTP/1.1 200 OK\r\nContent-Type: applica', () => response.socket?.destroy());
  },
  'cut-in-body': (response, wire) => {
    const length = String(Math.max(2, wire.body.length));
    response.writeHead(wire.status, { ...wire.headers, 'content-length': length });
    response.write(wire.body.subarray(0, wire.body.length / 2), () => response.socket?.destroy());
    response.flushHeaders();
  },
  'cut-in-chunks': (response, wire) => {
    response.writeHead(wire.status, { ...wire.headers, 'transfer-encoding': 'chunked' });
    response.write(wire.body.length > 1 ? wire.body.subarray(0, wire.body.length / 2) : '[', () =>
      response.socket?.destroy(),
    );
  },
  'not-http': response => {
    response.socket?.write('220 mail.example ESMTP\r\n', () => response.socket?.destroy());
  },
  endless: (response, wire) => {
    response.writeHead(200, { ...wire.headers, 'content-type': 'application/json' });
    response.write('[');
    pour(response, Number.POSITIVE_INFINITY);
  },
  'huge-json': (response, wire) => {
    response.writeHead(200, { ...wire.headers, 'content-type': 'application/json' });
    response.write('[');
    pour(response, 1600, '0]');
  },
} satisfies Record<string, Send>;

function pour(response: ServerResponse, chunks: number, end = ''): void {
  let sent = 0;
  const next = () => {
    while (sent < chunks) {
      if (response.destroyed) return;
      sent++;
      if (!response.write(CHUNK)) return void response.once('drain', next);
    }
    response.end(end);
  };
  next();
}

export function whole(response: ServerResponse, { status, headers, body }: Wire): void {
  response.writeHead(status, headers);
  response.end(body);
}
