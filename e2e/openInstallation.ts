import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pinpaint/config';
import { newId } from '@pinpaint/domain';
import { type Ask, askApi } from './askApi.ts';
import { Container } from './Container.ts';

export type Installation = {
  readonly url: string;
  /** The studio's owner's. */
  readonly token: string;
  /** As the studio's owner. */
  readonly ask: Ask;
  /** As an engine worker. */
  readonly askAsWorker: Ask;
  readonly web: Container;
  /** One more of a service, healthy. */
  start(service: string, its?: Readonly<Record<string, string>>): Promise<Container>;
  /** One more web, and how its API is asked as the owner. */
  startWeb(): Promise<{ readonly url: string; readonly ask: Ask }>;
  /** Where processes keep what is theirs. */
  readonly dataDir: string;
  /** Ends whatever still runs, at once, and forgets the data. */
  stop(): Promise<void>;
};

/**
 * docs/operating.md step by step, without Docker: migrate, web, a studio, a worker's token.
 *
 * @param own what its environment says besides; where it names a bucket, each process is on a machine of its own and
 * shares no folder with others
 */
export async function openInstallation(
  databaseUrl: string,
  own: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const place = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    API_URL: url,
    ...own,
  };
  const started: Container[] = [];

  async function start(service: string, its: Readonly<Record<string, string>>): Promise<Container> {
    const disk = own.S3_BUCKET ? { DATA_DIR: join(dataDir, String(started.length)) } : {};
    const container = Container.run(service, { place: { ...place, ...disk, ...its } });
    started.push(container);
    await container.becomesHealthy();
    return container;
  }

  await finish(Container.run('migrate', { place }));
  const web = await start('web', { PORT: String(port) });
  const command = 'node apps/cli/src/main.ts studio --name Ours --owner owner@example.com'.split(' ');
  const said = await finish(Container.run('web', { place, command }));
  const token = /token +(\S+)/.exec(said)?.[1] ?? '';
  const ask = askApi(url, token);
  const made = await ask('POST /worker-tokens', { id: newId(), name: 'engines' });
  const workerToken: string = made.json.secret;
  return {
    url,
    token,
    ask,
    askAsWorker: askApi(url, workerToken),
    web,
    start: async (service, its) =>
      start(service, { PORT: String(await freePort()), WORKER_TOKEN: workerToken, ...its }),
    async startWeb() {
      const other = await freePort();
      await start('web', { PORT: String(other) });
      const otherUrl = `http://127.0.0.1:${other}`;
      return { url: otherUrl, ask: askApi(otherUrl, token) };
    },
    dataDir,
    async stop() {
      await Promise.all(started.map((container) => container.kill()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @returns what it wrote. */
async function finish(container: Container): Promise<string> {
  const [code] = await container.ended;
  if (code !== 0) throw new Error(`It ended with ${code}:\n${container.said}`);
  return container.said;
}
