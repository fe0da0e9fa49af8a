import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be cut, silenced and mended. */
export interface BrokenLine {
  readonly url: string;
  /** Requests that arrived at it so far; one connection may bring several, or none. */
  readonly requests: number;
  /** Whoever connects is turned away. */
  cut(): void;
  /** Whoever connects waits for ever. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Opens a line to the server at this address; without an address it is silent. */
export async function brokenLine(to: string | null): Promise<BrokenLine> {
  let state: 'mended' | 'cut' | 'silent' = to === null ? 'silent' : 'mended';
  let requests = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const server = createServer((caller) => {
    keep(caller).on('data', (bytes) => {
      if (/^(GET|POST|PUT|PATCH|DELETE) /.test(bytes.toString('latin1'))) requests += 1;
    });
    if (state === 'cut') caller.destroy();
    if (state !== 'mended' || to === null) return;
    const { hostname, port } = new URL(to);
    const other = keep(connect(Number(port), hostname));
    caller.pipe(other).pipe(caller);
    caller.on('close', () => other.destroy());
    other.on('close', () => caller.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const change = (next: typeof state): void => {
    state = next;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    cut: () => change('cut'),
    silence: () => change('silent'),
    mend: () => change('mended'),
    async close() {
      change('cut');
      server.close();
      await once(server, 'close');
    },
  };
}
