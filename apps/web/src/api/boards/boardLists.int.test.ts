import { commentOnPin, placePin, setLock, submitVersion } from '@pinpaint/actions';
import { aBoard, aGuest, aLayer, aLink, aReadyFrame, aStudio, valueFrom } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, type LockId, newId, type PinId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { people } = studio;
const artist = people.artist.actor;
const board = await aBoard(ctx, studio);
const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: board.projectId }));
const rect = { x: 10, y: 10, width: 20, height: 20 };
const region = { kind: 'rectangle', ...rect } as const;

async function aFrame() {
  return (await aReadyFrame(ctx, studio, { boardId: board.id })).frameId;
}

async function aPin(frameId: FrameId, actor: Parameters<typeof placePin>[1] = artist) {
  const id = newId<PinId>();
  valueFrom(await placePin(ctx, actor, { id, frameId, region, note: 'make the cup blue' }));
  return id;
}

const first = await aFrame();
const second = await aFrame();
const gone = await aFrame();
const elsewhere = (await aReadyFrame(ctx, studio, { boardId: (await aBoard(ctx, studio)).id })).frameId;
const pins = [await aPin(first), await aPin(second), await aPin(first)];
await aPin(gone);
await aPin(elsewhere);
await ctx.db.frame.update({ where: { id: gone }, data: { archivedAt: new Date() } });

type Item = { id: string; frameId: string };

async function read(what: string, as: string): Promise<Item[]> {
  const { status, json } = await api.ask(`GET /boards/${board.id}/${what}`, { as });
  expect(status).toBe(200);
  return json.items;
}

describe('a board’s lists', () => {
  it('hold what belongs to its frames, page after page, and nothing of those that are gone or elsewhere', async () => {
    const as = people.viewer.token;
    const page = await api.ask(`GET /boards/${board.id}/pins?limit=2`, { as });
    expect(page.json.items.map(({ id }: Item) => id)).toEqual(pins.slice(0, 2));
    const rest = await api.ask(`GET /boards/${board.id}/pins?limit=2&after=${page.json.next}`, { as });
    expect(rest.json).toMatchObject({ items: [{ id: pins[2] }], next: null });
  });

  it('give locks in force, and to nobody outside the house', async () => {
    const id = newId<LockId>();
    valueFrom(await setLock(ctx, artist, { id, frameId: second, name: 'logo', region }));
    expect(await read('locks', people.viewer.token)).toMatchObject([{ id, frameId: second }]);
    const refused = await api.ask(`GET /boards/${board.id}/locks`, { as: guest.token });
    expect(refused).toMatchObject({ status: 403, json: { code: 'right.missing' } });
  });

  it('give versions and edits newest first; a customer gets no draft', async () => {
    const [pinId] = pins;
    const { versionId, layerId } = await aLayer(ctx, studio, {
      frameId: first,
      rect,
      ...(pinId ? { pinId } : {}),
    });
    // Whoever decides is told what its figures warned of.
    await ctx.db.candidate.updateMany({
      where: { layer: { id: layerId } },
      data: { flags: ['seam.visible'] },
    });
    const house = await read('versions', people.director.token);
    expect(house).toMatchObject([{ id: versionId, state: 'draft' }, { frameId: second }, { frameId: first }]);
    expect(house[0]).toMatchObject({
      layers: [{ id: layerId, made: { engine: 'grade', pinId, pinNumber: 1, flags: ['seam.visible'] } }],
    });
    const shown = await read('versions', guest.token);
    expect(shown.map(({ id }) => id)).not.toContain(versionId);
    expect(shown.every((version) => !('layers' in version))).toBe(true);
    await aLayer(ctx, studio, { frameId: second, rect });
    const edits = await read('edits', people.artist.token);
    expect(edits.map(({ frameId }) => frameId)).toEqual([second, first]);
  });
});

describe('who did it', () => {
  it('is told by name, to customers too', async () => {
    const id = await aPin(second, guest.actor);
    const message = { id: newId<PinId>(), pinId: id, text: 'Which blue?', internal: false };
    valueFrom(await commentOnPin(ctx, artist, message));
    await api.ask(`PUT /pins/${id}/assignee`, {
      as: people.artist.token,
      json: { assigneeId: artist.personId },
    });
    const { name } = await ctx.db.person.findUniqueOrThrow({ where: { id: artist.personId } });
    const { json: pin } = await api.ask(`GET /pins/${id}`, { as: people.viewer.token });
    const { name: guestName } = await ctx.db.guest.findUniqueOrThrow({ where: { id: guest.actor.guestId } });
    expect(pin).toMatchObject({ by: { kind: 'guest', name: guestName }, assigneeName: name });
    const { json: thread } = await api.ask(`GET /pins/${id}/messages`, { as: guest.token });
    expect(thread.items).toMatchObject([{ by: { kind: 'person', name } }]);
  });

  it('of a submitted version is who submitted it', async () => {
    const frameId = await aFrame();
    const { versionId } = await aLayer(ctx, studio, { frameId, rect });
    const version = valueFrom(await submitVersion(ctx, people.director.actor, { versionId }));
    expect(version.submittedBy).toMatchObject({ kind: 'person', id: people.director.actor.personId });
  });

  it('has no name any more when they were erased', async () => {
    const id = await aPin(second, people.owner.actor);
    await ctx.db.person.update({ where: { id: people.owner.actor.personId }, data: { name: '' } });
    const { json } = await api.ask(`GET /pins/${id}`, { as: people.viewer.token });
    expect(json.by).toEqual({ kind: 'person', id: people.owner.actor.personId, name: null });
  });
});

it('tells a project’s people by name and by the role they have there', async () => {
  const as = people.viewer.token;
  const { json } = await api.ask(`GET /projects/${board.projectId}/people`, { as });
  const roles = json.items.map(({ role }: { role: string }) => role).sort();
  expect(roles).toEqual(['admin', 'artist', 'client', 'director', 'owner', 'viewer']);
  expect(JSON.stringify(json)).not.toContain('@');
});
