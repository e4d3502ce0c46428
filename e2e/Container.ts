import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { until } from '../apps/web/src/api/testing/until.ts';
import { type BuiltService, readBuiltService } from '../infra/compose.ts';
import { checkout } from './checkout.ts';

/** How a process ended. */
export type Ending = readonly [code: number | null, signal: NodeJS.Signals | null];

/** What takes the place of the addresses and secrets that a service is given; nothing is added to them. */
export type Place = Readonly<Record<string, string>>;

type RunOptions = { readonly place: Place; readonly command?: readonly string[] };

/** A service of docker-compose.yml as a process of this machine: its very command, its very environment. */
export class Container {
  readonly #service: BuiltService;
  readonly #env: Record<string, string>;
  readonly #process: ChildProcess;
  readonly #ended: Promise<Ending>;
  #said = '';

  static run(service: string, { place, command }: RunOptions): Container {
    const built = readBuiltService(service);
    return new Container(command ? { ...built, command } : built, place);
  }

  private constructor(service: BuiltService, place: Place) {
    this.#service = service;
    const env = Object.entries(service.env).map(([name, value]) => [name, place[name] ?? value]);
    // Of what Docker itself brings, Node alone.
    this.#env = { ...Object.fromEntries(env), PATH: dirname(process.execPath) };
    this.#process = this.#spawn(service.command);
    this.#ended = once(this.#process, 'close').then(([code, signal]) => [code, signal]);
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

  get ended(): Promise<Ending> {
    return this.#ended;
  }

  /** Until the image's own health check ends well. */
  async becomesHealthy(): Promise<void> {
    await until(`its health check ends well: ${this.#service.command.join(' ')}`, async () => {
      if (this.#process.exitCode !== null || this.#process.signalCode)
        throw new Error(`It ended instead:\n${this.#said}`);
      return this.#check();
    });
  }

  /** As `docker stop` does. */
  async stop(): Promise<Ending> {
    this.#process.kill('SIGTERM');
    const limit = setTimeout(() => this.kill(), this.#service.graceMs);
    const ending = await this.#ended;
    clearTimeout(limit);
    return ending;
  }

  /** As when the power goes. */
  async kill(): Promise<Ending> {
    this.#process.kill('SIGKILL');
    return this.#ended;
  }

  async #check(): Promise<boolean> {
    const { healthcheck } = this.#service;
    if (!healthcheck) return true;
    const check = this.#spawn(healthcheck.command);
    const limit = setTimeout(() => check.kill('SIGKILL'), healthcheck.timeoutMs);
    const [code] = await once(check, 'exit');
    clearTimeout(limit);
    return code === 0;
  }

  #spawn([program = '', ...args]: readonly string[]): ChildProcess {
    // By the channel it learns that the tests are gone, and goes too.
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
    return spawn(program, args, { cwd: checkout, env: this.#env as NodeJS.ProcessEnv, stdio: [...stdio] });
  }
}
