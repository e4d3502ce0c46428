import { aBoard, aProject, aReadyFrame, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const studio = await aStudio(api.ctx);
const as = studio.people.artist.token;
const mark = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#0047ab"/></svg>',
);

async function aKit() {
  const { id } = await aProject(api.ctx, studio);
  return id;
}

const octets = { 'content-type': 'application/octet-stream' };

function addArtwork(projectId: string, { id = newId(), name = 'Mark', body = mark } = {}) {
  const query = new URLSearchParams({ id, name });
  return api.ask(`POST /projects/${projectId}/artworks?${query}`, { as, body, headers: octets });
}

function addColour(projectId: string, json: object) {
  return api.ask(`POST /projects/${projectId}/colours`, { as, json: { id: newId(), ...json } });
}

const kit = async (projectId: string) => (await api.ask(`GET /projects/${projectId}/kit`, { as })).json;

describe('a brand kit', () => {
  test('holds artworks as they came, a look at each, and colours by name', async () => {
    const projectId = await aKit();
    const added = await addArtwork(projectId);
    expect(added).toMatchObject({
      status: 201,
      json: { name: 'Mark', mediaType: 'image/svg+xml', width: 40, height: 20 },
    });
    await addArtwork(projectId, { name: 'Photo', body: Buffer.from(await asPng(aPicture())) });
    await addColour(projectId, { name: 'Brand blue', hex: '#0047AB' });
    expect(await kit(projectId)).toMatchObject({
      artworks: [{ name: 'Mark' }, { name: 'Photo', mediaType: 'image/png', width: 61, height: 47 }],
      colours: [{ name: 'Brand blue', hex: '#0047ab' }],
    });
    const shown = await api.fetch(`GET /artworks/${added.json.id}/preview.png`, { as });
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    await shown.arrayBuffer();
    const file = await api.fetch(`GET /artworks/${added.json.id}/file`, { as });
    // Whoever opens an SVG in place runs it as a page of ours.
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="Mark.svg"');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(mark);
  });

  test('takes an artwork sent twice once, and refuses its id for another', async () => {
    const projectId = await aKit();
    const id = newId();
    const [first, second] = [await addArtwork(projectId, { id }), await addArtwork(projectId, { id })];
    expect(second.json).toEqual(first.json);
    const other = await addArtwork(projectId, { id, body: Buffer.from(await asPng(aPicture())) });
    expect([other.status, other.json.code]).toEqual([409, 'artwork.id-taken']);
  });

  test('has each name once, whatever its case, of artworks and of colours', async () => {
    const projectId = await aKit();
    await addArtwork(projectId);
    expect((await addArtwork(projectId, { name: 'MARK' })).json.code).toBe('artwork.name-taken');
    const { json } = await addArtwork(projectId, { name: 'Other' });
    const rename = (name: string) => api.ask(`PATCH /artworks/${json.id}`, { as, json: { name } });
    expect((await rename('mark')).json.code).toBe('artwork.name-taken');
    expect((await rename('other')).json.name).toBe('other');
    await addColour(projectId, { name: 'Sea', hex: '#001122' });
    expect((await addColour(projectId, { name: 'sea', hex: '#112233' })).json.code).toBe('colour.name-taken');
  });

  test('lets go of an artwork, whose name is free then', async () => {
    const projectId = await aKit();
    const { json } = await addArtwork(projectId);
    expect((await api.ask(`DELETE /artworks/${json.id}`, { as })).status).toBe(200);
    expect((await api.ask(`GET /artworks/${json.id}/file`, { as })).json.code).toBe('artwork.not-found');
    expect((await addArtwork(projectId)).status).toBe(201);
  });

  test('of an archived project is read, and nothing in it changes', async () => {
    const projectId = await aKit();
    const { json } = await addArtwork(projectId);
    const owner = studio.people.owner.token;
    await api.ask(`PATCH /projects/${projectId}`, { as: owner, json: { archived: true } });
    expect((await kit(projectId)).artworks).toHaveLength(1);
    for (const answer of [
      await addArtwork(projectId, { name: 'Late' }),
      await addColour(projectId, { name: 'Late', hex: '#000000' }),
      await api.ask(`DELETE /artworks/${json.id}`, { as }),
    ])
      expect([answer.status, answer.json.code]).toEqual([409, 'project.archived']);
  });

  test.each([
    ['artwork.wrong-type', 415, Buffer.from('%PDF-1.7 not a picture')],
    ['artwork.unsafe-svg', 422, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['picture.truncated', 422, mark],
  ])('refuses %s', async (code, status, body) => {
    const file =
      code === 'picture.truncated' ? (await asPng(aPicture({ width: 300 }))).subarray(0, 900) : body;
    const answer = await addArtwork(await aKit(), { body: Buffer.from(file) });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});

describe('a note', () => {
  test('means a colour of the kit by its name, and the newest value of it', async () => {
    const board = await aBoard(api.ctx, studio);
    const { frameId } = await aReadyFrame(api.ctx, studio, { boardId: board.id });
    const id = newId();
    const region = { kind: 'rectangle', x: 10, y: 10, width: 20, height: 20 };
    const json = { id, region, note: 'make the bowl brand blue' };
    await api.ask(`POST /frames/${frameId}/pins`, { as, json });
    const meant = async () => (await api.ask(`GET /pins/${id}`, { as })).json.reading.wish.to;
    expect((await meant()).name).toBe('blue');
    const colour = await addColour(board.projectId, { name: 'Brand blue', hex: '#0a3cff' });
    expect(await meant()).toEqual({ name: 'Brand blue', hex: '#0a3cff' });
    await api.ask(`PATCH /colours/${colour.json.id}`, { as, json: { hex: '#0b3dff' } });
    expect(await meant()).toEqual({ name: 'Brand blue', hex: '#0b3dff' });
    const { items } = (await api.ask(`GET /boards/${board.id}/pins`, { as })).json;
    expect(items[0].reading.wish.to.hex).toBe('#0b3dff');
    const other = await aBoard(api.ctx, studio);
    const elsewhere = await aReadyFrame(api.ctx, studio, { boardId: other.id });
    const another = { ...json, id: newId() };
    const placed = await api.ask(`POST /frames/${elsewhere.frameId}/pins`, { as, json: another });
    expect(placed.json.reading.wish.to.name).toBe('blue');
  });

  test('means an artwork of the kit by its name', async () => {
    const board = await aBoard(api.ctx, studio);
    const { frameId } = await aReadyFrame(api.ctx, studio, { boardId: board.id });
    const { json: artwork } = await addArtwork(board.projectId, { name: 'Northwind mark' });
    const region = { kind: 'rectangle', x: 10, y: 10, width: 20, height: 20 };
    const json = { id: newId(), region, note: 'put the Northwind mark on the box' };
    const { reading } = (await api.ask(`POST /frames/${frameId}/pins`, { as, json })).json;
    const { id, name, digest } = artwork;
    expect(reading.wish).toMatchObject({ kind: 'place', artwork: { id, name, digest } });
  });
});
