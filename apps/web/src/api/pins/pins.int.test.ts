import { readFile } from 'node:fs/promises';
import {
  aBoard,
  aGuest,
  aLink,
  aProject,
  aReadyFrame,
  aStudio,
  type TestStudio,
} from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type ActorRole, type FrameId, newId, type PinId, type Region, roles } from '@pinpaint/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../testing/openTestApi.ts';

const { url } = await createTestDatabase();
let api: TestApi;
let studio: TestStudio;
let other: TestStudio;
let frameId: FrameId;
let tokens: Readonly<Record<ActorRole, string>>;

beforeAll(async () => {
  api = await openTestApi(url);
  studio = await aStudio(api.ctx);
  other = await aStudio(api.ctx);
  const project = await aProject(api.ctx, studio);
  const board = await aBoard(api.ctx, studio, { projectId: project.id });
  ({ frameId } = await aReadyFrame(api.ctx, studio, { boardId: board.id }));
  const guest = await aGuest(api.ctx, await aLink(api.ctx, studio, { projectId: project.id }));
  const people = Object.fromEntries(roles.map((role) => [role, studio.people[role].token]));
  tokens = { ...(people as Record<(typeof roles)[number], string>), guest: guest.token };
});

afterAll(() => api?.stop());

const region: Region = { kind: 'ellipse', cx: 100, cy: 100, rx: 30, ry: 20 };
const body = (wish: object = {}) => ({ id: newId<PinId>(), region, note: 'make the cup blue', ...wish });
const place = (as: ActorRole, wish?: object) =>
  api.ask(`POST /frames/${frameId}/pins`, { as: tokens[as], json: body(wish) });

/** Of a picture with 480 rows: more than 2 gigapixels. */
const strip = { aspect: { width: 10_000, height: 1 }, anchor: 'center' };

async function aPin(as: ActorRole = 'artist', wish?: object): Promise<PinId> {
  const { status, json } = await place(as, wish);
  expect(status).toBe(201);
  return json.id;
}

describe('a pin', () => {
  test('sent twice over a bad line is one pin; under a taken id it is refused', async () => {
    const json = body();
    const send = (wish: object) => api.ask(`POST /frames/${frameId}/pins`, { as: tokens.guest, json: wish });
    const [first, second] = [await send(json), await send(json)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json.number).toBe(first.json.number);
    expect(await send({ ...json, note: 'else' })).toMatchObject({
      status: 409,
      json: { code: 'pin.id-taken' },
    });
  });

  test('is read by the house with state and reading, by customers in their own words', async () => {
    const id = await aPin('client');
    const { json: house } = await api.ask(`GET /pins/${id}`, { as: tokens.viewer });
    expect(house).toMatchObject({
      state: 'open',
      readBy: 'machine',
      reading: { wish: { kind: 'recolour' } },
    });
    for (const as of ['client', 'guest'] as const) {
      const { json } = await api.ask(`GET /pins/${id}`, { as: tokens[as] });
      expect(json).toMatchObject({ id, clientWord: 'sent' });
      for (const hidden of ['state', 'reading', 'assigneeId', 'dueAt'])
        expect(json).not.toHaveProperty(hidden);
    }
  });

  test('keeps the shape of frame it asks for, and the reading knows of it', async () => {
    const extend = { aspect: { width: 16, height: 9 }, anchor: 'left' };
    const { json } = await place('artist', { region: { kind: 'none' }, note: 'more room please', extend });
    expect(json).toMatchObject({ extend, reading: { wish: { kind: 'extend', ...extend } } });
  });

  test('is read as a person says, until the machine may read it again', async () => {
    const id = await aPin();
    const reading = { wish: { kind: 'remove', thing: 'the cup' }, keep: [], confidence: 1 };
    const put = (value: object | null) =>
      api.ask(`PUT /pins/${id}/reading`, { as: tokens.artist, json: { reading: value } });
    expect((await put(reading)).json).toMatchObject({ reading, readBy: 'person' });
    expect((await put(null)).json).toMatchObject({
      reading: { wish: { kind: 'recolour' } },
      readBy: 'machine',
    });
  });

  test('is not read as one that makes more pixels of the picture than one may have', async () => {
    const id = await aPin();
    const reading = { wish: { kind: 'extend', ...strip }, keep: [], confidence: 1 };
    expect(await api.ask(`PUT /pins/${id}/reading`, { as: tokens.artist, json: { reading } })).toMatchObject({
      status: 422,
      json: { code: 'edit.too-large' },
    });
    expect((await api.ask(`GET /pins/${id}`, { as: tokens.artist })).json.readBy).toBe('machine');
  });

  test('is declined with a reason that clients read, and opened again without it', async () => {
    const id = await aPin('guest');
    const reason = 'The brand book asks for red.';
    await api.ask(`POST /pins/${id}/decline`, { as: tokens.artist, json: { reason } });
    const { json } = await api.ask(`GET /pins/${id}`, { as: tokens.guest });
    expect(json).toMatchObject({ clientWord: 'notDoing', declineReason: reason });
    expect(await api.ask(`POST /pins/${id}/resolve`, { as: tokens.artist })).toMatchObject({
      status: 409,
      json: { code: 'pin.illegal-move' },
    });
    const reopened = await api.ask(`POST /pins/${id}/reopen`, { as: tokens.director });
    expect(reopened.json).toMatchObject({ state: 'open', declineReason: null });
  });

  test('is given only to who makes pictures there', async () => {
    const id = await aPin();
    const assign = (assigneeId: string) =>
      api.ask(`PUT /pins/${id}/assignee`, { as: tokens.director, json: { assigneeId } });
    const { artist, client } = studio.people;
    expect((await assign(artist.actor.personId)).json.assigneeId).toBe(artist.actor.personId);
    for (const person of [client, other.people.artist]) {
      expect(await assign(person.actor.personId)).toMatchObject({
        status: 422,
        json: { code: 'pin.wrong-assignee' },
      });
    }
    const list = await api.ask(`GET /frames/${frameId}/pins?assigneeId=${artist.actor.personId}`, {
      as: tokens.artist,
    });
    expect(list.json.items.map((pin: { id: string }) => pin.id)).toEqual([id]);
  });

  test('comes in pages', async () => {
    for (let i = 0; i < 3; i += 1) await aPin();
    const all = (await api.ask(`GET /frames/${frameId}/pins?limit=200`, { as: tokens.guest })).json.items;
    const first = (await api.ask(`GET /frames/${frameId}/pins?limit=2`, { as: tokens.guest })).json;
    const rest = (
      await api.ask(`GET /frames/${frameId}/pins?limit=200&after=${first.next}`, { as: tokens.guest })
    ).json;
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest.next).toBeNull();
  });
});

describe('what can’t be a pin', () => {
  test.each<[string, object, number, string]>([
    ['a note of 100,000 characters', { note: 'x'.repeat(100_000) }, 422, 'note.too-long'],
    ['a note of nothing', { note: ' \n ' }, 422, 'note.empty'],
    [
      'a region outside',
      { region: { kind: 'rectangle', x: 9_000, y: 0, width: 5, height: 5 } },
      422,
      'region.outside',
    ],
    [
      'a region without area',
      { region: { kind: 'ellipse', cx: 5, cy: 5, rx: 0, ry: 5 } },
      422,
      'region.empty',
    ],
    ['numbers that are none', { region: { kind: 'point', x: null, y: 1 } }, 400, 'request.wrong-input'],
    [
      'a mask nobody has',
      { region: { kind: 'raster', rect: { x: 0, y: 0, width: 4, height: 4 }, mask: 'a'.repeat(64) } },
      422,
      'mask.not-found',
    ],
    ['an id that is none', { id: '1' }, 400, 'request.wrong-input'],
    [
      'a shape of frame without height',
      { extend: { aspect: { width: 1, height: 0 }, anchor: 'top' } },
      400,
      'request.wrong-input',
    ],
    ['a shape of frame of far more pixels than a picture may have', { extend: strip }, 422, 'edit.too-large'],
  ])('%s', async (_name, wish, status, code) => {
    const before = await api.ctx.db.pin.count();
    expect(await place('guest', wish)).toMatchObject({ status, json: { code } });
    expect(await api.ctx.db.pin.count()).toBe(before);
  });
});

describe('a thread', () => {
  test('hides from customers what is internal', async () => {
    const id = await aPin();
    const say = (as: ActorRole, internal: boolean) =>
      api.ask(`POST /pins/${id}/messages`, {
        as: tokens[as],
        json: { id: newId(), text: `by ${as}`, internal },
      });
    expect((await say('artist', true)).status).toBe(201);
    expect((await say('guest', false)).status).toBe(201);
    expect((await say('guest', true)).status).toBe(403);
    const texts = async (as: ActorRole) =>
      (await api.ask(`GET /pins/${id}/messages`, { as: tokens[as] })).json.items.map(
        (m: { text: string }) => m.text,
      );
    expect(await texts('viewer')).toEqual(['by artist', 'by guest']);
    expect(await texts('client')).toEqual(['by guest']);
  });

  test('takes a reference picture, told by its content, and gives it to who may read the pin', async () => {
    const id = await aPin();
    const attachmentId = newId();
    const file = await readFile(new URL('../../../../../fixtures/coffee.png', import.meta.url));
    const send = (bytes: Uint8Array<ArrayBuffer>, sent: string) =>
      api.ask(`POST /pins/${id}/attachments?id=${sent}&name=cup.jpg`, {
        as: tokens.guest,
        body: bytes,
        headers: { 'content-type': 'image/jpeg' },
      });
    expect((await send(new Uint8Array(file), attachmentId)).json).toMatchObject({
      mediaType: 'image/png',
      name: 'cup.jpg',
    });
    expect(await send(new TextEncoder().encode('<svg/>'), newId())).toMatchObject({ status: 415 });
    expect((await send(new Uint8Array(21 * 1024 * 1024), newId())).status).toBe(413);
    const download = await api.fetch(`GET /pins/${id}/attachments/${attachmentId}`, { as: tokens.client });
    expect(Buffer.from(await download.arrayBuffer()).equals(file)).toBe(true);
    const stranger = await api.ask(`GET /pins/${id}/attachments/${attachmentId}`, {
      as: other.people.owner.token,
    });
    expect(stranger).toMatchObject({ status: 404, json: { code: 'pin.not-found' } });
  });
});
