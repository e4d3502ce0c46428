import type { Db } from '@pinpaint/db';
import type { EngineFacts, StudioId } from '@pinpaint/domain';
import { isConnected } from './connectedEngines.ts';
import { inTurn, personOf, type Turns, type Waiting } from './inTurn.ts';
import { alike, callsBegun, workersOf } from './turnsLeft.sql.ts';
import { turnTimes } from './turnTimes.ts';

/** An edit that is ready to run, while all who could run it have used up their service's rate. */
type RateWait = {
  readonly service: string;
  /** About: others take their turns too. */
  readonly until: Date;
};

export type RateWaits = ReadonlyMap<string, RateWait>;

type QueuedRow = {
  readonly state: string;
  readonly engine: string;
  readonly preparedAt: Date | null;
};

type Of = { readonly studioId: StudioId; readonly rows: readonly QueuedRow[]; readonly now: Date };

const none: RateWaits = new Map();
/** Nobody needs a time for what waits behind so many. */
const mostWaiting = 200;

/** Which of these edits wait for a service's rate. Of those that don't, nothing is asked. */
export async function rateWaits(db: Db, { studioId, rows, now }: Of): Promise<RateWaits> {
  const names = new Set(
    rows.filter(({ state, preparedAt }) => state === 'queued' && preparedAt).map(({ engine }) => engine),
  );
  if (names.size === 0) return none;
  const keys = await keysOf(db, { studioId, names, now });
  const all = await Promise.all(keys.map((key) => waitsOfKey(db, key, now)));
  const waits = all.reduce(soonerOf, none);
  return new Map([...waits].filter(([, { until }]) => until > now));
}

/** A service's key: who shares it, and how often it may be called. */
type Key = { readonly studioId: string | null; readonly rate: NonNullable<EngineFacts['rate']> };

/** Those by which these engines are called here, but for what can be had without a rate too. */
async function keysOf(
  db: Db,
  { studioId, names, now }: Omit<Of, 'rows'> & { readonly names: ReadonlySet<string> },
): Promise<readonly Key[]> {
  const workers = await db.worker.findMany({
    where: isConnected({ studioId, now }),
    select: { studioId: true, engines: true },
  });
  const offers = workers.flatMap(({ studioId: of, engines }) =>
    (engines as unknown as readonly EngineFacts[]).map(({ name, rate }) => ({ of, name, rate })),
  );
  const free = new Set(offers.filter(({ rate }) => !rate).map(({ name }) => name));
  const keys = new Map<string, Key>();
  for (const { of, name, rate } of offers) {
    if (rate && names.has(name) && !free.has(name)) keys.set(`${of} ${rate.service}`, { studioId: of, rate });
  }
  return [...keys.values()];
}

async function waitsOfKey(db: Db, { studioId, rate }: Key, now: Date): Promise<RateWaits> {
  const { service, callsPerMinute: perMinute } = rate;
  const sharing = alike(await workersOf(db, studioId), service);
  const [begun, waiting] = await Promise.all([
    callsBegun(db, { ...sharing, perMinute, now }),
    db.edit.findMany({
      where: {
        state: 'queued',
        preparedAt: { not: null },
        engine: { in: [...sharing.names] },
        ...(studioId ? { studioId } : {}),
      },
      orderBy: { id: 'asc' },
      take: mostWaiting,
      select: { id: true, studioId: true, createdBy: true, variants: true },
    }),
  ]);
  const order = inTurn(waiting, await lastTurns(db, waiting));
  const queue = order.map(({ id, variants }) => ({ id, calls: variants }));
  const times = turnTimes({ begun, waiting: queue, perMinute, now });
  return new Map([...times].map(([id, until]) => [id, { service, until }]));
}

/** Whatever they were: a turn is a start of any edit. */
async function lastTurns(db: Db, waiting: readonly Waiting[]): Promise<Turns> {
  const begun = await db.edit.groupBy({
    by: ['studioId', 'createdBy'],
    where: { studioId: { in: [...new Set(waiting.map(({ studioId }) => studioId))] } },
    _max: { startedAt: true },
  });
  const studios = new Map<string, number>();
  const people = new Map<string, number>();
  for (const { _max, ...who } of begun) {
    const at = _max.startedAt?.getTime() ?? 0;
    people.set(personOf(who), at);
    studios.set(who.studioId, Math.max(studios.get(who.studioId) ?? 0, at));
  }
  return { studios, people };
}

/** By several keys: whichever has room first. */
function soonerOf(one: RateWaits, other: RateWaits): RateWaits {
  const both = new Map(one);
  for (const [id, wait] of other) {
    const before = both.get(id);
    if (!before || wait.until < before.until) both.set(id, wait);
  }
  return both;
}
