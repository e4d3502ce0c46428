import { crc32 } from 'node:zlib';
import { aBoard, aGuest, aLink, aReadyFrame, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type PinId, type PixelRect } from '@pinpaint/domain';
import { encodeAlpha, openPixels } from '@pinpaint/pictures';
import { aPicture, asPng, hostilePictures, hugePng, withPngChunk } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';

const pixels = openPixels({ threads: 1 });
const api = await openTestApi((await createTestDatabase()).url, { pixels });
afterAll(() => Promise.all([api.stop(), pixels.stop()]));
const { ctx } = api;
const studio = await aStudio(ctx);
const board = await aBoard(ctx, studio);
const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
const { artist, client, viewer } = studio.people;
const rect: PixelRect = { x: 100, y: 50, width: 30, height: 20 };

/** Set on its left half. */
const mask = await aMask(rect);
function aMask({ width, height }: Pick<PixelRect, 'width' | 'height'>): Promise<Uint8Array> {
  const data = Uint8Array.from({ length: width * height }, (_, i) => (i % width < width / 2 ? 255 : 0));
  return encodeAlpha({ rect: { x: 0, y: 0, width, height }, data });
}

const grey16 = Uint8Array.from(mask);
grey16[24] = 16;
const noMasks: readonly (readonly [string, string, Uint8Array])[] = [
  ['a colour picture', 'mask.wrong-kind', await asPng(aPicture())],
  ['16 bits', 'mask.wrong-kind', grey16],
  ['a transparent colour', 'mask.wrong-kind', withPngChunk(mask, 'tRNS', new Uint8Array(2))],
  ['nothing', 'upload.empty', new Uint8Array()],
  ['a mask cut short', 'picture.truncated', mask.subarray(0, mask.byteLength - 20)],
  ['more pixels than allowed', 'picture.too-many-pixels', asGrey(hugePng(20_000, 15_000))],
  ['more bytes than allowed', 'upload.too-large', new Uint8Array(8 * 1024 * 1024 + 1)],
  ...(await hostilePictures()).flatMap(([name, code, bytes]) =>
    code === 'picture.unknown-type' ? [[name, 'mask.wrong-kind', bytes] as const] : [],
  ),
];

function send(
  bytes: Uint8Array,
  { as = artist.token, frame = frameId as string, key = newId<PinId>() } = {},
) {
  const headers = { 'content-type': 'application/octet-stream' };
  return api.ask(`POST /frames/${frame}/masks`, { as, key, headers, body: Buffer.from(bytes) });
}

function pinAt(region: object, as = artist.token) {
  const json = { id: newId<PinId>(), region, note: 'make the cup blue' };
  return api.ask(`POST /frames/${frameId}/pins`, { as, json });
}

describe('a drawn mask', () => {
  it('is kept under its digest, and a pin of it may change what it covers and nothing else', async () => {
    const sent = await send(mask);
    expect(sent).toMatchObject({ status: 201, json: { width: 30, height: 20 } });
    const region = { kind: 'raster', rect, mask: sent.json.mask };
    const pin = await pinAt(region);
    expect(pin).toMatchObject({ status: 201, json: { region } });
    const grown = 'growPx=0&featherPx=0';
    const seen = await api.ask(`GET /pins/${pin.json.id}/mask?${grown}`, { as: artist.token });
    expect(seen.json).toMatchObject({ rect: { ...rect, width: 15 }, pixels: 15 * 20 });
  });

  it('is one mask however often it is sent, and by whom', async () => {
    const key = newId<PinId>();
    const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: board.projectId }));
    const answers = [
      await send(mask, { key }),
      await send(mask, { key }),
      await send(mask, { as: client.token }),
      await send(mask, { as: guest.token }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const digests = new Set(answers.map(({ json }) => json.mask));
    expect(await ctx.db.blob.count({ where: { digest: { in: [...digests] } } })).toBe(1);
  });

  it('is taken from who may pin there, and from nobody else', async () => {
    const mute = await aGuest(
      ctx,
      await aLink(ctx, studio, { projectId: board.projectId, mayComment: false }),
    );
    for (const as of [viewer.token, mute.token])
      expect(await send(mask, { as })).toMatchObject({ status: 403, json: { code: 'right.missing' } });
    const { people } = await aStudio(ctx);
    const stranger = await send(mask, { as: people.owner.token });
    expect(stranger).toMatchObject({ status: 404, json: { code: 'frame.not-found' } });
  });

  it.each(noMasks)('is no mask when it is %s: %s', async (_, code, bytes) => {
    const before = await ctx.db.blob.count();
    const { status, json } = await send(bytes);
    expect([json.code, status >= 400 && status < 500]).toEqual([code, true]);
    expect(await ctx.db.blob.count()).toBe(before);
  });
});

describe('a region that names a mask', () => {
  const askAll = async (region: object) => {
    const lock = { id: newId<PinId>(), name: 'logo', region };
    const pin = await pinAt({ kind: 'none' });
    const as = artist.token;
    return [
      await pinAt(region),
      await api.ask(`POST /frames/${frameId}/locks`, { as, json: lock }),
      await api.ask(`PUT /pins/${pin.json.id}/region`, { as, json: { region } }),
      await api.ask(`POST /frames/${frameId}/mask`, { as, json: { region } }),
    ];
  };

  it('of another studio names nothing, wherever it stands', async () => {
    const other = await aStudio(ctx);
    const theirs = await aBoard(ctx, other);
    const frame = (await aReadyFrame(ctx, other, { boardId: theirs.id })).frameId;
    const size = { width: 31, height: 20 };
    const { json } = await send(await aMask(size), { as: other.people.artist.token, frame });
    for (const answer of await askAll({ kind: 'raster', rect: { ...rect, ...size }, mask: json.mask }))
      expect(answer).toMatchObject({ status: 422, json: { code: 'mask.not-found' } });
  });

  it('of another size is refused, wherever it stands', async () => {
    const { json } = await send(mask);
    for (const answer of await askAll({ kind: 'raster', rect: { ...rect, width: 31 }, mask: json.mask }))
      expect(answer).toMatchObject({ status: 422, json: { code: 'mask.other-size' } });
  });

  it('that is a picture of the studio but no mask names nothing', async () => {
    const png = await asPng(aPicture(rect));
    const stored = await ctx.blobs.put(png, { maxBytes: png.byteLength });
    const digest = stored.ok ? stored.value.digest : '';
    const row = { studioId: studio.studioId, digest, bytes: BigInt(png.byteLength), mediaType: 'image/png' };
    await ctx.db.blob.create({ data: row });
    for (const answer of await askAll({ kind: 'raster', rect, mask: digest }))
      expect(answer).toMatchObject({ status: 422, json: { code: 'mask.not-found' } });
  });
});

/** Its header's colour type and sum. */
function asGrey(png: Uint8Array): Uint8Array {
  const grey = Buffer.from(png);
  grey[25] = 0;
  grey.writeUInt32BE(crc32(grey.subarray(12, 29)), 29);
  return grey;
}
