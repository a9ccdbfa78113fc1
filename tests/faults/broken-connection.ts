import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A way to a server that can be cut and mended: connections break off and new ones are refused in between. */
export type Way = { url: string; cut: () => Promise<void>; mend: () => Promise<void> };

export async function openWay(target: string): Promise<Way> {
  const url = new URL(target);
  const [host, port] = [url.hostname, Number(url.port || 5432)];
  const sockets = new Set<Socket>();
  const begin = (on: number) =>
    new Promise<Server>((listening) => {
      const server = createServer((near) => {
        const far = connect(port, host);
        for (const socket of [near, far]) {
          sockets.add(socket);
          socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
        }
        near.pipe(far).pipe(near);
      });
      server.listen(on, '127.0.0.1', () => listening(server));
    });
  let server = await begin(0);
  const own = (server.address() as AddressInfo).port;
  url.host = `127.0.0.1:${own}`;
  return {
    url: url.href,
    async cut() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    async mend() {
      server = await begin(own);
    },
  };
}
