import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, ok, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { admitKnown } from '../access/admit.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { changeMemberRole } from '../members/changeMemberRole.ts';
import { removeMember } from '../members/removeMember.ts';
import { placePin } from '../pins/placePin.ts';
import { problem } from '../problem.ts';
import { aBoard, aReadyFrame, aStudio, openTestCtx, type TestStudio, valueFrom } from '../testing/index.ts';
import { type FeedReader, feedReader } from './feedReader.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
afterAll(() => ctx.stop());

const limit = 200;

it('looks at rights at first, and not again for what can’t change them', async () => {
  const { reader, looks, pin } = await listen();
  let { upto: after } = valueFrom(await reader.read({ after: await reader.head(), limit }));
  expect(looks()).toBe(1);
  for (let n = 0; n < 3; n += 1) {
    await pin();
    const page = valueFrom(await reader.read({ after, limit }));
    expect(page.items.map(({ topic }) => topic)).toContain('pin.placed');
    after = page.upto;
  }
  expect(looks()).toBe(1);
});

it('looks at them where nothing has come, which may be for any reason', async () => {
  const { reader, looks } = await listen();
  const after = await reader.head();
  for (let n = 1; n <= 3; n += 1) {
    valueFrom(await reader.read({ after, limit }));
    expect(looks()).toBe(n);
  }
});

it('hears of nothing that came together with the loss of its rights', async () => {
  const { reader, studio, pin } = await listen();
  const { upto } = valueFrom(await reader.read({ after: await reader.head(), limit }));
  await pin();
  const { actor } = studio.people.owner;
  valueFrom(await removeMember(ctx, actor, { memberId: studio.memberIds.artist }));
  expect(await reader.read({ after: upto, limit })).toEqual(problem('auth.invalid'));
});

it('hears with the role it has by then', async () => {
  const { reader, studio } = await listen();
  const { upto } = valueFrom(await reader.read({ after: await reader.head(), limit }));
  const { actor } = studio.people.owner;
  valueFrom(await changeMemberRole(ctx, actor, { memberId: studio.memberIds.artist, role: 'viewer' }));
  valueFrom(await reader.read({ after: upto, limit }));
  expect(reader.actor()).toMatchObject({ studioRole: 'viewer' });
});

it('believes in rights for no longer than it was told, and not past their end', async () => {
  let nowMs = Date.now();
  const clock = { ...ctx, now: () => new Date(nowMs) };
  const endsAt = new Date(nowMs + 2_000);
  const { reader, looks, pin } = await listen({ on: clock, endsAt });
  let { upto: after } = valueFrom(await reader.read({ after: await reader.head(), limit }));
  const readAt = async (ms: number) => {
    nowMs += ms;
    await pin();
    ({ upto: after } = valueFrom(await reader.read({ after, limit })));
  };
  await readAt(1_900);
  expect(looks()).toBe(1);
  await readAt(100);
  expect(looks()).toBe(2);
  await readAt(5_000);
  expect(looks()).toBe(3);
});

it('says where a page was cut', async () => {
  const { reader, pin } = await listen();
  const after = await reader.head();
  for (let n = 0; n < 3; n += 1) await pin();
  expect(valueFrom(await reader.read({ after, limit: 2 }))).toMatchObject({ hasMore: true });
  expect(valueFrom(await reader.read({ after, limit }))).toMatchObject({ hasMore: false });
});

it('reads once for all who ask at the same moment, and anew for who asks later', async () => {
  let reads = 0;
  const db = ctx.db.$extends({
    query: {
      ledgerEvent: {
        findMany({ args, query }) {
          reads += 1;
          return query(args);
        },
      },
    },
  }) as Ctx['db'];
  const studio = await aStudio(ctx);
  const all = Array.from({ length: 20 }, () => readerOf({ ...ctx, db }, studio).reader);
  const pages = await Promise.all(all.map((reader) => reader.read({ after: 0, limit })));
  expect(new Set(pages.map((page) => valueFrom(page).upto)).size).toBe(1);
  expect(reads).toBe(1);
  valueFrom(await (all[0] as FeedReader).read({ after: 0, limit }));
  expect(reads).toBe(2);
});

type Listening = { readonly on?: Pick<Ctx, 'db' | 'now'>; readonly endsAt?: Date };

/** The artist of a studio of their own. */
async function listen({ on = ctx, endsAt }: Listening = {}) {
  const studio = await aStudio(ctx);
  const { id: boardId } = await aBoard(ctx, studio);
  const { frameId } = await aReadyFrame(ctx, studio, { boardId });
  return {
    ...readerOf(on, studio, endsAt),
    studio,
    async pin() {
      const region = { kind: 'rectangle', x: 10, y: 10, width: 50, height: 50 } as const;
      const pin = { id: newId<PinId>(), frameId, region, note: 'red instead of blue' };
      valueFrom(await placePin(ctx, studio.people.director.actor, pin));
    },
  };
}

function readerOf(on: Pick<Ctx, 'db' | 'now'>, studio: TestStudio, endsAt?: Date) {
  const { actor, token } = studio.people.artist;
  let looks = 0;
  const renew = async () => {
    looks += 1;
    const now = await admitKnown(ctx, { kind: 'person', hash: hashSecret(token) });
    return now.ok ? ok<Actor>(now.value) : now;
  };
  return { reader: feedReader(on, actor, { renew, ...(endsAt ? { endsAt } : {}) }), looks: () => looks };
}
