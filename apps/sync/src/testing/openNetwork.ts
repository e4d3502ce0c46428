import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { openWire } from '@pinpaint/db/testing';
import { err, ok, type Result } from '@pinpaint/domain';
import type { Surroundings } from './Nodes.ts';

type Place = {
  /** For a node: in a network namespace of its own. */
  readonly surroundings: Required<Omit<Surroundings, 'port'>>;
  cut(link: Link): Promise<void>;
  heal(link: Link): Promise<void>;
};

/** To whom a place has a line: the database, and those who come to its rooms. */
export type Link = 'database' | 'people';

/** `says`: why this machine makes none. */
export type NoNetwork = { readonly code: 'network.none-here'; readonly says: string };

export type Network = { readonly places: readonly [Place, Place]; stop(): Promise<void> };

const run = promisify(execFile);
const ip = (line: string) => run('ip', line.split(' '));
const links: readonly Link[] = ['database', 'people'];

/**
 * Two network namespaces, each with two cables to this machine that can be pulled. The database is found at this
 * machine's end of one of them.
 */
export async function openNetwork(databaseUrl: string): Promise<Result<Network, NoNetwork>> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const net = randomInt(200);
  try {
    const places = [await lay(1), await lay(2)] as const;
    return ok({ places, stop });
  } catch (error) {
    await stop();
    return err({ code: 'network.none-here', says: String(error).trim() });
  }

  async function lay(n: 1 | 2): Promise<Place> {
    const name = `pinpaint-${net}-${n}`;
    const outer = (link: Link) => `pp${net}${link.slice(0, 1)}${n}`;
    const address = (link: Link, end: 1 | 2) => `10.213.${net}.${n * 16 + links.indexOf(link) * 4 + end}`;
    await ip(`netns add ${name}`);
    undo.push(() => ip(`netns del ${name}`));
    for (const link of links) {
      await ip(`link add ${outer(link)} type veth peer name ${link} netns ${name}`);
      await ip(`addr add ${address(link, 1)}/30 dev ${outer(link)}`);
      await ip(`link set ${outer(link)} up`);
      await ip(`-n ${name} addr add ${address(link, 2)}/30 dev ${link}`);
      await ip(`-n ${name} link set ${link} up`);
    }
    const wire = await openWire(databaseUrl, address('database', 1));
    undo.push(() => wire.stop());
    const within = ['ip', 'netns', 'exec', name];
    return {
      surroundings: { databaseUrl: wire.url, host: address('people', 2), within },
      cut: async (link) => void (await ip(`link set ${outer(link)} down`)),
      heal: async (link) => void (await ip(`link set ${outer(link)} up`)),
    };
  }
}
