import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

export type ChildOptions = {
  readonly name: string;
  /** The TypeScript file Node runs. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
};

/** Longer than a worker's own drain, so that it is the worker that decides how it ends. */
const drainMs = 20_000;

/** One process of the stack, which ends with us or before. */
export class Child {
  readonly name: string;
  readonly logFile: string;
  readonly #process: ChildProcess;
  #asked = false;

  /** Settles when the process has ended; says how, unless it was asked to. */
  readonly ended: Promise<string | null>;

  static async start(options: ChildOptions): Promise<Child> {
    await mkdir(dirname(options.logFile), { recursive: true });
    return new Child(options);
  }

  private constructor({ name, entry, env, logFile }: ChildOptions) {
    this.name = name;
    this.logFile = logFile;
    const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
    // A group of its own: Ctrl-C in the terminal reaches only us, and we end things in their order.
    this.#process = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    this.#process.stdout?.pipe(log, { end: false });
    this.#process.stderr?.pipe(log, { end: false });
    this.ended = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve(error.message));
      this.#process.once('exit', (code, signal) => {
        log.end();
        resolve(this.#asked ? null : `ended with ${signal ?? `code ${code}`}`);
      });
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Asks it to finish, and ends it when it doesn't within a limit. */
  async stop(): Promise<void> {
    this.#asked = true;
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill('SIGTERM');
    const limit = setTimeout(() => this.#process.kill('SIGKILL'), drainMs);
    await this.ended;
    clearTimeout(limit);
  }
}
