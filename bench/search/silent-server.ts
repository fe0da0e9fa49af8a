import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A server that takes every connection and never says a word, as one that hangs. */
export interface SilentServer {
  readonly url: string;
  close(): void;
}

/** Opens one on a loopback port. */
export async function silentServer(): Promise<SilentServer> {
  const server = createServer((socket) => void socket.on('error', () => {}));
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}
