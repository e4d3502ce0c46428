import { messageTypes } from '@pinpaint/board';
import { describe, expect, it } from 'vitest';
import { roomLimits } from './limits.ts';
import { presenceMessage } from './presence.ts';
import { hostileRoom } from './testing/hostileRoom.ts';
import { openTestRoom, Scheduler, TestClient } from './testing/openTestRoom.ts';
import { entryOf, presenceHeard } from './testing/presenceHeard.ts';

describe('what a client may not', () => {
  it('speak for another client, however it asks', async () => {
    const { scheduler, good, bad } = hostileRoom();
    good.send(presenceMessage([entryOf(good, 1, '{"name":"good"}')]));
    await scheduler.settle();
    bad.send(presenceMessage([entryOf(good, 9, '{"name":"forged"}')]));
    bad.send(presenceMessage([entryOf(bad, 1, '{"name":"bad"}'), entryOf(good, 9, 'null')]));
    await scheduler.settle();
    expect(presenceHeard(bad)).toEqual([entryOf(good, 1, '{"name":"good"}')]);
    expect(presenceHeard(good)).toEqual([entryOf(bad, 1, '{"name":"bad"}')]);
  });

  it('go by another name than their own, wherever programs put one', async () => {
    const scheduler = new Scheduler(1);
    const opened = openTestRoom(scheduler);
    const good = new TestClient(scheduler, opened, { name: 'good' });
    const bad = new TestClient(scheduler, opened, { name: 'bad', person: { id: 'e', name: 'Eve' } });
    const claims = [
      { personId: 'a', name: 'Ann', cursor: { x: 1, y: 2 } },
      { user: { id: 'a', name: 'Ann', colour: 'red' } },
      { name: null, user: 'Ann' },
      { personId: 'e', name: 'Eve', user: { name: 'Eve' } },
      { cursor: null },
    ];
    for (const [n, claim] of claims.entries()) {
      bad.send(presenceMessage([entryOf(bad, n, JSON.stringify(claim))]));
      await scheduler.settle();
    }
    const own = { personId: 'e', name: 'Eve' };
    expect(presenceHeard(good).map(({ state }) => JSON.parse(state))).toEqual([
      { ...own, cursor: { x: 1, y: 2 } },
      { ...own, user: { id: 'e', name: 'Eve', colour: 'red' } },
      { ...own, user: { id: 'e', name: 'Eve' } },
      { ...own, user: { name: 'Eve' } },
      { cursor: null },
    ]);
  });

  it('take another’s client id while they are away, who has it again when they are back', async () => {
    const scheduler = new Scheduler(1);
    const opened = openTestRoom(scheduler);
    const ann = { id: 'a', name: 'Ann' };
    const good = new TestClient(scheduler, opened, { name: 'good', personId: ann.id, person: ann });
    good.send(presenceMessage([entryOf(good, 1, '{}')]));
    await scheduler.settle();
    good.leave();
    await scheduler.settle();
    const bad = new TestClient(scheduler, opened, { name: 'bad', person: { id: 'e', name: 'Eve' } });
    bad.send(presenceMessage([entryOf(good, 2 ** 40, '{"forged":true}')]));
    const back = new TestClient(scheduler, opened, {
      name: 'back',
      personId: ann.id,
      person: ann,
      doc: good.doc,
    });
    back.send(presenceMessage([entryOf(good, 3, '{"back":true}')]));
    await scheduler.settle();
    expect(presenceHeard(bad)).toEqual([entryOf(good, 3, '{"back":true}')]);
  });

  it('tell of more people than there are', async () => {
    const { scheduler, bad, good } = hostileRoom();
    const nobody = { clientId: 1, clock: 1, state: 'null' };
    bad.send(presenceMessage(Array.from({ length: roomLimits.presenceEntries + 1 }, () => nobody)));
    await scheduler.settle();
    expect([bad.closedFor, good.closedFor]).toEqual(['badMessage', null]);
  });

  it('ask again and again who is there', async () => {
    const { scheduler, bad, good } = hostileRoom();
    good.send(presenceMessage([entryOf(good, 1, '{}')]));
    await scheduler.settle();
    const before = presenceHeard(bad).length;
    for (let n = 0; n < 100; n += 1) bad.send(Uint8Array.from([messageTypes.queryAwareness]));
    await scheduler.settle();
    expect(presenceHeard(bad).length - before).toBe(roomLimits.presenceAsked.burst);
  });

  it('send more bytes than a line of cursors takes, whatever is in them', async () => {
    const { scheduler, bad, good } = hostileRoom();
    const large = presenceMessage([entryOf(bad, 1, `"${'x'.repeat(4 * 1024 * 1024)}"`)]);
    for (let n = 0; n < 17; n += 1) bad.send(large);
    await scheduler.settle();
    expect([bad.closedFor, good.closedFor]).toEqual(['tooManyMessages', null]);
  });

  it('show more than a cursor needs, or what other programs could not read', async () => {
    const { scheduler, good, bad } = hostileRoom();
    for (const state of [`"${'x'.repeat(roomLimits.presenceBytes)}"`, '{', '5', '[]'])
      bad.send(presenceMessage([entryOf(bad, 1, state)]));
    await scheduler.settle();
    expect(presenceHeard(good)).toEqual([]);
  });

  it('leave its cursor behind', async () => {
    const { scheduler, good, bad } = hostileRoom();
    bad.send(presenceMessage([entryOf(bad, 1, '{}')]));
    await scheduler.settle();
    bad.leave();
    await scheduler.settle();
    expect(presenceHeard(good)).toEqual([entryOf(bad, 1, '{}'), entryOf(bad, 2, 'null')]);
  });
});
