import { once } from 'node:events';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@pinpaint/config';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@pinpaint/db/embedded';
import { migrate } from '@pinpaint/db/migrate';

/** A PostgreSQL that a test may stop, kill and start again, always at the same address. */
export class OwnDatabase {
  readonly url: string;
  readonly #dataDir: string;
  readonly #port: number;
  #running: EmbeddedPostgres;

  private constructor(dataDir: string, port: number, running: EmbeddedPostgres) {
    this.url = running.url;
    this.#dataDir = dataDir;
    this.#port = port;
    this.#running = running;
  }

  static async open(dataDir: string): Promise<OwnDatabase> {
    // It may run as another user and has to pass through.
    await chmod(dataDir, 0o711);
    const port = await freePort();
    const own = new OwnDatabase(dataDir, port, await start(dataDir, port));
    const migrated = await migrate(own.url);
    if (!migrated.ok) throw new Error(migrated.error.code);
    return own;
  }

  stop(): Promise<void> {
    return this.#running.stop();
  }

  /** Without a word to anybody, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const [pid] = (await readFile(join(this.#dataDir, 'cluster/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await this.#running.ended;
  }

  async start(): Promise<void> {
    this.#running = await start(this.#dataDir, this.#port);
  }

  /** Starts it if it has given up by itself. */
  async revive(): Promise<void> {
    const stillRuns = once(AbortSignal.timeout(100), 'abort').then(() => true);
    if (!(await Promise.race([this.#running.ended.then(() => false), stillRuns]))) await this.start();
  }
}

/** Those it had begun may hold on for a moment after it was killed. */
async function start(dataDir: string, port: number): Promise<EmbeddedPostgres> {
  const settings = { min_wal_size: '32MB', max_wal_size: '32MB' };
  for (let tries = 1; ; tries += 1) {
    const started = await startEmbeddedPostgres({ dataDir, port, settings });
    if (started.ok) return started.value;
    if (tries === 20) throw new Error(started.error.code);
    await once(AbortSignal.timeout(500), 'abort');
  }
}
