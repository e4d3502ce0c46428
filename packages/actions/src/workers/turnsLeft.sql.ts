import type { Db, Tx } from '@pinpaint/db';
import type { EngineFacts } from '@pinpaint/domain';

/** An engine, and the most calls that an edit may make of it that begins now. */
export type EngineTurns = { readonly engine: string; readonly room: number };

type Wish = {
  /** Whose workers share a key: a studio's own, or the installation's (null). */
  readonly studioId: string | null;
  readonly engines: readonly EngineFacts[];
  readonly now: Date;
};

/** As many as a whole number holds in the database. */
const anyNumber = 2 ** 31 - 1;
/** A worker that fetches its crop first calls a little after its claim. */
const slackMs = 5_000;
const minuteMs = 60_000;

/**
 * How many calls each engine has room for, so that all workers which share a key stay within its rate together. Each
 * variant is a call; one edit that wants more than a minute's worth takes as many minutes as it needs, alone.
 */
export async function turnsLeft(
  db: Db | Tx,
  { studioId, engines, now }: Wish,
): Promise<readonly EngineTurns[]> {
  const rated = engines.filter(({ rate }) => rate);
  const workers = rated.length > 0 ? await workersOf(db, studioId) : [];
  return Promise.all(
    engines.map(async ({ name, rate }) => {
      if (!rate) return { engine: name, room: anyNumber };
      const begun = await callsBegun(db, {
        ...alike(workers, rate.service),
        perMinute: rate.callsPerMinute,
        now,
      });
      const used = begun.reduce((sum, { calls }) => sum + calls, 0);
      return { engine: name, room: used === 0 ? anyNumber : rate.callsPerMinute - used };
    }),
  );
}

type Announced = { readonly id: string; readonly engines: readonly EngineFacts[] };

export async function workersOf(db: Db | Tx, studioId: string | null): Promise<readonly Announced[]> {
  const rows = await db.worker.findMany({ where: { studioId }, select: { id: true, engines: true } });
  return rows as unknown as readonly Announced[];
}

/** Who calls this service, and by which engines: one key is behind all of them. */
export function alike(workers: readonly Announced[], service: string) {
  const isOfService = ({ rate }: EngineFacts) => rate?.service === service;
  const calling = workers.filter(({ engines }) => engines.some(isOfService));
  const names = calling.flatMap(({ engines }) => engines.filter(isOfService).map(({ name }) => name));
  return { workerIds: calling.map(({ id }) => id), names: [...new Set(names)] };
}

/** Calls that one edit has begun, or will: how many, and until when they count against the rate. */
export type CountedCalls = { readonly calls: number; readonly until: Date };

type Begun = {
  readonly workerIds: readonly string[];
  readonly names: readonly string[];
  readonly perMinute: number;
  readonly now: Date;
};

/** Calls that still count against the rate, and until when. */
export async function callsBegun(
  db: Db | Tx,
  { workerIds, names, perMinute, now }: Begun,
): Promise<readonly CountedCalls[]> {
  return db.$queryRaw<CountedCalls[]>`
    SELECT calls, until FROM (
      SELECT variants AS calls, started_at
        + (ceil(variants::float8 / ${perMinute}::float8) * ${minuteMs}::float8 + ${slackMs}::float8) * interval '1 millisecond' AS until
      FROM edit
      WHERE worker_id = ANY(${[...workerIds]}::uuid[]) AND engine = ANY(${[...names]})
    ) AS begun
    WHERE until > ${now}::timestamptz`;
}

/** For how long so many calls count: those of more than a minute's worth take as many minutes as they need. */
export function countedMs(calls: number, perMinute: number): number {
  return Math.ceil(calls / perMinute) * minuteMs + slackMs;
}

/** Workers of several studios may call by one key, and their claims wait for no common row. */
const turnsLock = 7_310_012;

/** Whether the engine has room still, asked where nobody else can begin meanwhile. */
export async function hasTurn(
  tx: Tx,
  {
    engine,
    calls,
    ...wish
  }: Omit<Wish, 'engines'> & { readonly engine: EngineFacts; readonly calls: number },
): Promise<boolean> {
  if (!engine.rate) return true;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${turnsLock})`;
  const [left] = await turnsLeft(tx, { ...wish, engines: [engine] });
  return calls <= (left?.room ?? 0);
}
