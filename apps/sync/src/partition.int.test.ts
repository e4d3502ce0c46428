import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, afterEach, expect, it } from 'vitest';
import { type Link, openNetwork } from './testing/openNetwork.ts';
import { openStage } from './testing/openStage.ts';

const { url } = await createTestDatabase();
const stage = await openStage(url);
const { nodes, aFullRoom, keepWriting, movedFrom, convergedOnAllWritten } = stage;
const patience = { timeout: 60_000 };
const network = await openNetwork(url);
if (!network.ok)
  console.error(
    `NOT TESTED: two nodes in network namespaces, since none can be made here: ${network.error.says}`,
  );
afterEach(stage.clear);
afterAll(async () => {
  if (network.ok) await network.value.stop();
  await stage.ctx.stop();
});

const cuts: readonly (readonly [string, readonly Link[]])[] = [
  ['its line to the database is', ['database']],
  ['all its lines are', ['database', 'people']],
];

it.skipIf(!network.ok).each(cuts)(
  'a room moves from a node when %s cut, and all converge once that is healed',
  async (_, lines) => {
    const [place, other] = placesOf();
    const cutOff = await nodes.start(place.surroundings);
    const { all, boardId } = await aFullRoom();
    const { epoch } = await stage.leaseOf(boardId);
    await nodes.start(other.surroundings);
    await keepWriting(all);
    const heard = await stage.seenAt(cutOff.url);
    await expect.poll(() => stage.seenAt(cutOff.url), patience).not.toEqual(heard);

    for (const line of lines) await place.cut(line);
    const late = await stage.open(boardId, 'artist', 'late');
    await movedFrom(cutOff.url, [late]);
    late.write();
    await expect.poll(() => late.kept.length, patience).toBe(1);
    const taken = await stage.leaseOf(boardId);
    expect(taken.epoch).toBe(epoch + 1);

    const last = await stage.seenAt(cutOff.url);
    for (const line of lines) await place.heal(line);
    await expect.poll(() => stage.seenAt(cutOff.url), patience).not.toEqual(last);
    await movedFrom(cutOff.url, all);
    await convergedOnAllWritten([...all, late]);
    expect(await stage.leaseOf(boardId)).toEqual(taken);
  },
);

function placesOf() {
  if (!network.ok) throw new Error(network.error.says);
  return network.value.places;
}
