import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Wire = {
  /** The database's address by way of this wire. */
  readonly url: string;
  /** From now on nothing comes through, and nobody is told: what is sent waits. */
  cut(): void;
  heal(): void;
  stop(): void;
};

/**
 * A network between a process and its database, that a test can cut.
 *
 * @param at the address of this machine at which the process finds it
 */
export async function openWire(databaseUrl: string, at = '127.0.0.1'): Promise<Wire> {
  const { hostname, port } = new URL(databaseUrl);
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('data', (data) => other.write(data));
      one.on('error', () => undefined);
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
      if (isCut) one.pause();
    }
  });
  server.listen(0, at);
  await once(server, 'listening');
  const own = new URL(databaseUrl);
  own.hostname = at;
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    cut() {
      isCut = true;
      for (const end of ends) end.pause();
    },
    heal() {
      isCut = false;
      for (const end of ends) end.resume();
    },
    stop() {
      server.close();
      for (const end of ends) end.destroy();
    },
  };
}
