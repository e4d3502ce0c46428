import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@pinpaint/config';
import { listening, startSync } from './startSync.ts';

export type TestNode = { readonly url: string; readonly child: ChildProcess };

export type Surroundings = {
  readonly databaseUrl?: string;
  /** Where it listens. */
  readonly host?: string;
  /** Left out: a free one. */
  readonly port?: number;
  /** A command that runs another one in them. */
  readonly within?: readonly string[];
};

/** Processes that serve rooms, each at an address of its own; ended all at once. */
export class Nodes {
  readonly #databaseUrl: string;
  readonly #started: TestNode[] = [];

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  async start(surroundings: Surroundings = {}) {
    const { databaseUrl = this.#databaseUrl, host = '127.0.0.1', within = [] } = surroundings;
    const { port = await freePort() } = surroundings;
    const url = `ws://${host}:${port}`;
    const env = { DATABASE_URL: databaseUrl, HOST: host, PORT: String(port), ROOMS_URL: url };
    const child = startSync(env, { within });
    const node = { url, child };
    this.#started.push(node);
    await listening(child);
    return node;
  }

  at(url: string | null): TestNode {
    const node = this.#started.find((one) => one.url === url);
    if (!node) throw new Error(`There is no node at ${url}`);
    return node;
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#started.splice(0).map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode) return;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }),
    );
  }
}
