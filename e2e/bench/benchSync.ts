import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Durability, measureDurability } from './sync/durability.ts';
import type { JoinFigures } from './sync/joins.ts';
import type { LoadFigures } from './sync/load.ts';
import type { PairFigures } from './sync/pairs.ts';
import { type Counted, runLoad } from './sync/runLoad.ts';
import { type BenchServer, type ServerName, startServer } from './sync/servers.ts';

/**
 * `npm run bench -- sync`: the same load on ours, kept in PostgreSQL, and on two others that keep nothing, each in a
 * process of its own and the load in another.
 *
 * Ratios: ours over the better of the others that deliver; its CPU counts without the database's, which stands beside it.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    kills: { type: 'string', default: '50' },
    only: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const peers = ['@y/websocket-server', 'hocuspocus'] as const satisfies readonly ServerName[];
const all = ['pinpaint', ...peers] as const;

type Run = {
  readonly server: ServerName;
  readonly workload: string;
  readonly clients: number;
  readonly cpuSeconds: number;
  readonly databaseCpuSeconds: number;
  readonly wallSeconds: number;
  readonly latencyMs: LoadFigures['cursorMs'];
  readonly ageMs?: LoadFigures['ageMs'];
  readonly editMs?: LoadFigures['editMs'];
  /** null: not looked at. */
  readonly undelivered: number | null;
  readonly framesPerClientPerSecond: number;
  readonly bytesPerClientPerSecond: number;
  readonly rssMb: number;
  readonly roomKib?: number;
  /** Of the same, what is in use: the resident set also grows with what opening has taken. */
  readonly roomHeldKib?: number;
  readonly lost: number | null;
};

const runs: Run[] = [];
const noSpread = { p50: null, p95: null, p99: null };
const isWanted = (workload: string) => !values.only || values.only.split(',').includes(workload);

for (const clients of [50, 150, 300]) await cursors(`cursors${clients}`, all, { clients, writers: 0 });
await cursors('crowd1000', ['pinpaint'], { clients: 1000, writers: 2 });
await edits();
await joins();
await idle();
await pairs();
const durability = isWanted('kills') ? await measureDurability(Number(values.kills), say) : null;
const killed = durability ? [killsRun(durability)] : [];
const figures = { runs: [...runs, ...killed], ratios: ratios(), durability };
const text = `${JSON.stringify(figures, null, 2)}\n`;
if (values.json) await writeFile(values.json, text);
console.log(text);

async function cursors(
  workload: string,
  servers: readonly ServerName[],
  { clients, writers }: { readonly clients: number; readonly writers: number },
): Promise<void> {
  const load = { clients, cursorHz: 20, writers, editHz: 5, seconds };
  await each(workload, servers, async (server) => {
    const run = await runLoad<LoadFigures>('load', server, load);
    const editMs = writers > 0 ? { editMs: run.editMs } : {};
    return { ...loadRun(run, clients), latencyMs: run.cursorMs, ageMs: run.ageMs, ...editMs };
  });
}

async function edits(): Promise<void> {
  const load = { clients: 150, cursorHz: 0, writers: 50, editHz: 5, seconds };
  await each('edits150', all, async (server) => {
    const run = await runLoad<LoadFigures>('load', server, load);
    return { ...loadRun(run, load.clients), latencyMs: run.editMs };
  });
}

async function joins(): Promise<void> {
  const wish = { shapes: 20_000, joins: 30 };
  await each('join20k', all, async (server) => {
    const run = await runLoad<JoinFigures>('joins', server, wish);
    const { frames, bytes, wallSeconds } = run;
    const perSecond = {
      framesPerClientPerSecond: frames / wallSeconds,
      bytesPerClientPerSecond: bytes / wallSeconds,
    };
    return { clients: wish.joins, ...usedIn(run), latencyMs: run.joinMs, undelivered: null, ...perSecond };
  });
}

async function idle(): Promise<void> {
  const rooms = 200;
  await each('idle200', all, async (server) => {
    const run = await runLoad<object>('idle', server, { rooms });
    const [before = 0, after = 0] = run.held;
    const roomHeldKib = (after - before) / 1024 / rooms;
    const roomKib = ((run.used.rssMb - run.before.rssMb) * 1024) / rooms;
    const nothing = {
      wallSeconds: 0,
      undelivered: null,
      framesPerClientPerSecond: 0,
      bytesPerClientPerSecond: 0,
    };
    return {
      ...usedIn({ ...run, ...nothing }),
      clients: rooms * 2,
      latencyMs: noSpread,
      ...nothing,
      roomKib,
      roomHeldKib,
    };
  });
}

async function pairs(): Promise<void> {
  const rooms = 200;
  await each('pairs200', all, async (server) => {
    const run = await runLoad<PairFigures>('pairs', server, { rooms, cursorHz: 20, editHz: 1, seconds });
    const { cursorMs, editMs, undelivered, framesPerClientPerSecond, bytesPerClientPerSecond } = run;
    const counted = { undelivered, framesPerClientPerSecond, bytesPerClientPerSecond };
    return { clients: rooms * 2, ...usedIn(run), latencyMs: cursorMs, editMs, ...counted };
  });
}

async function each(
  workload: string,
  servers: readonly ServerName[],
  measure: (server: BenchServer) => Promise<Omit<Run, 'server' | 'workload' | 'lost'>>,
): Promise<void> {
  if (!isWanted(workload)) return;
  for (const name of servers) {
    const server = await startServer(name);
    try {
      const run = { server: name, workload, ...(await measure(server)), lost: null };
      runs.push(run);
      say(lineOf(run));
    } finally {
      await server.stop('SIGTERM');
    }
  }
}

/** Killed again and again, it has no figures but this one. */
function killsRun({ lost }: Durability) {
  const unknown = { cpuSeconds: null, databaseCpuSeconds: null, wallSeconds: null, rssMb: null };
  const unheard = { undelivered: null, framesPerClientPerSecond: null, bytesPerClientPerSecond: null };
  return {
    server: 'pinpaint',
    workload: 'kills',
    clients: 1,
    ...unknown,
    latencyMs: noSpread,
    ...unheard,
    lost,
  };
}

function usedIn({ used, wallSeconds }: Counted<{ readonly wallSeconds: number }>) {
  const { cpuSeconds, databaseCpuSeconds, rssMb } = used;
  return { cpuSeconds, databaseCpuSeconds, rssMb, wallSeconds };
}

function loadRun(run: Counted<LoadFigures>, clients: number) {
  const { undelivered, framesPerClientPerSecond, bytesPerClientPerSecond } = run;
  return { clients, ...usedIn(run), undelivered, framesPerClientPerSecond, bytesPerClientPerSecond };
}

/** Of a server that others are measured against. */
const mostUndelivered = 0.01;

function ratios() {
  return {
    cursors150Cpu: overBetter('cursors150', ({ cpuSeconds }) => cpuSeconds),
    edits150Cpu: overBetter('edits150', ({ cpuSeconds }) => cpuSeconds),
    join20kCpu: overBetter('join20k', ({ cpuSeconds }) => cpuSeconds),
    idleRoomRss: overBetter('idle200', ({ roomKib = Number.NaN }) => roomKib),
  };
}

function overBetter(workload: string, of: (run: Run) => number): number | null {
  const measured = runs.filter((run) => run.workload === workload);
  const ours = measured.find(({ server }) => server === 'pinpaint');
  const others = measured.filter(({ server }) => server !== 'pinpaint');
  // Who drops most of what is told is no cheaper for that.
  const delivering = others.filter(({ undelivered }) => (undelivered ?? 0) <= mostUndelivered);
  const better = (delivering.length > 0 ? delivering : others).map(of);
  return ours && better.length > 0 ? of(ours) / Math.min(...better) : null;
}

function lineOf(run: Run): string {
  const ms = ({ p50, p95, p99 }: Run['latencyMs']) =>
    [p50, p95, p99].map((n) => n?.toFixed(1) ?? '–').join('/');
  const parts = [
    run.workload,
    run.server,
    `${run.cpuSeconds.toFixed(2)} CPU s in ${run.wallSeconds.toFixed(1)} s`,
    `database ${run.databaseCpuSeconds.toFixed(2)}`,
    `${ms(run.latencyMs)} ms`,
    run.ageMs ? `age ${ms(run.ageMs)}` : null,
    run.editMs ? `edits ${ms(run.editMs)}` : null,
    run.undelivered === null ? null : `undelivered ${(run.undelivered * 100).toFixed(1)} %`,
    `${(run.bytesPerClientPerSecond / 1024).toFixed(0)} KiB/s`,
    run.roomKib === undefined
      ? null
      : `${run.roomKib.toFixed(0)} KiB a room, ${run.roomHeldKib?.toFixed(0)} of it in use`,
    `${run.rssMb.toFixed(0)} MB`,
  ];
  return parts.filter(Boolean).join(', ');
}

function say(line: string): void {
  console.error(`pinpaint: ${line}`);
}
