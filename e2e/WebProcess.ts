import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pinpaint/config';
import { until } from '../apps/web/src/api/testing/until.ts';
import { checkout } from './checkout.ts';

export type Sent = {
  readonly method?: string;
  /** Host among them, which `fetch` would not send. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
};

export type Got = {
  readonly status: number;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
};

/** The web process as it is, on a port of its own, seen as a browser sees it. */
export class WebProcess {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #dataDir: string;
  #said = '';

  static async start(databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<WebProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-e2e-'));
    const port = Number(env.PORT ?? (await freePort()));
    const web = new WebProcess(port, dataDir, { DATABASE_URL: databaseUrl, ...env });
    await until('web answers', async () => {
      if (web.#process.exitCode !== null) throw new Error(web.#said);
      return fetch(`${web.url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
    return web;
  }

  private constructor(port: number, dataDir: string, env: Readonly<Record<string, string>>) {
    this.url = `http://localhost:${port}`;
    this.#dataDir = dataDir;
    this.#process = spawn(process.execPath, ['apps/web/src/main.ts'], {
      cwd: checkout,
      env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#said += chunk.toString();
      });
    }
  }

  /** All it wrote so far. */
  get said(): string {
    return this.#said;
  }

  /** One request; nothing is followed and no cookie is kept. */
  ask(path: string, { method, headers, form }: Sent = {}): Promise<Got> {
    const body = form && new URLSearchParams(form).toString();
    const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.url),
        { method: method ?? (form ? 'POST' : 'GET'), headers: { ...type, ...headers } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          answer.once('error', reject).once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              location: answer.headers.location,
              cookies: answer.headers['set-cookie'] ?? [],
              headers: answer.headers,
              text,
            }),
          );
        },
      );
      sent.once('error', reject).end(body);
    });
  }

  /** A form of one of our own pages. */
  submit(path: string, form: Readonly<Record<string, string>>, cookie = ''): Promise<Got> {
    return this.ask(path, { form, headers: { origin: this.url, ...(cookie ? { cookie } : {}) } });
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}

/** What a browser sends back of what it was given. */
export function cookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
