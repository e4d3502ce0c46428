import { makePicture } from '@pinpaint/imaging';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { aPicture, asPng, fileOf } from '../testPictures.ts';
import { inspectArtwork } from './inspectArtwork.ts';
import { rasteriseArtwork } from './rasteriseArtwork.ts';

const svg = (inside: string, head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">') =>
  Buffer.from(`${head}${inside}</svg>`);
const mark = '<rect width="20" height="20" fill="#0047ab"/>';

async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await inspectArtwork(await fileOf(bytes));
  return read.ok ? 'fine' : read.error.code;
}

describe('an artwork', () => {
  test('is a PNG or an SVG, with its shape and something to show', async () => {
    const png = await inspectArtwork(await fileOf(await asPng(aPicture({ channels: 4 }))));
    expect(png).toMatchObject({ ok: true, value: { mediaType: 'image/png', width: 61, height: 47 } });
    const drawing = await inspectArtwork(await fileOf(svg(mark)));
    expect(drawing).toMatchObject({ ok: true, value: { mediaType: 'image/svg+xml', width: 40, height: 20 } });
    const shown = drawing.ok ? await sharp(drawing.value.preview).metadata() : null;
    expect(shown).toMatchObject({ format: 'png', width: 1024, height: 512 });
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script by another name', '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'],
    ['a handler', '<rect onload="alert(1)" width="9" height="9"/>'],
    ['a web page inside', '<foreignObject><b>x</b></foreignObject>'],
    ['a picture elsewhere', '<image href="http://example.test/a.png" width="9" height="9"/>'],
    ['a picture on this machine', "<image xlink:href='file:///etc/passwd' width='9' height='9'/>"],
    ['a drawing inside', '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>'],
    ['a style elsewhere', '<style>@import "http://example.test/a.css";</style>'],
    ['a fill elsewhere', '<rect style="fill:url(http://example.test/a#b)" width="9" height="9"/>'],
  ])('has not %s', async (_, inside) => {
    expect(await codeOf(svg(mark + inside))).toBe('artwork.unsafe-svg');
  });

  test('has no entities that could grow', async () => {
    const head =
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">';
    expect(await codeOf(svg(mark, head))).toBe('artwork.unsafe-svg');
  });

  test('may be what drawing programs write', async () => {
    const head =
      '<?xml version="1.0" encoding="UTF-8"?><!-- Made --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40px" height="20px">';
    const inside =
      '<defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs><style>.a{fill:url(#g)}</style><rect class="a" width="9" height="9"/>';
    expect(await codeOf(svg(inside, head))).toBe('fine');
  });

  test('has no letters that need a font', async () => {
    expect(await codeOf(svg('<text x="1" y="9">Northwind</text>'))).toBe('artwork.live-text');
  });

  test.each([
    ['artwork.wrong-type', Buffer.from('%PDF-1.7')],
    ['artwork.unreadable-svg', svg('<rect')],
    ['artwork.transparent', svg('')],
  ])('is refused as %s', async (code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('is refused where it is transparent all over, or cut off', async () => {
    expect(await codeOf(await asPng(makePicture({ width: 9, height: 9, channels: 4, depth: 8 })))).toBe(
      'artwork.transparent',
    );
    const whole = await asPng(aPicture({ width: 300, height: 300 }));
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('picture.truncated');
  });
});

describe('the samples of an artwork', () => {
  test('are drawn at the size asked for, with the drawing’s very colour', async () => {
    const plane = await rasteriseArtwork(svg(mark), { width: 400, height: 100 });
    expect([plane.width, plane.height]).toEqual([400, 200]);
    expect([...plane.data.subarray(0, 4)]).toEqual([0, 0x47, 0xab, 255]);
    expect(plane.data[4 * 300 + 3]).toBe(0);
  });

  test('are a picture’s own, never enlarged', async () => {
    const picture = aPicture({ channels: 4 });
    const plane = await rasteriseArtwork(await asPng(picture), { width: 4000, height: 4000 });
    expect(plane).toEqual({ width: 61, height: 47, data: picture.data });
  });

  test('of 16 bits are rounded to 8', async () => {
    const picture = aPicture({ channels: 3, depth: 16 });
    const { data } = await rasteriseArtwork(await asPng(picture), { width: 10, height: 10 });
    expect(Math.abs((data[0] ?? 0) - (picture.data[0] ?? 0) / 257)).toBeLessThanOrEqual(1);
  });

  test('of the largest drawing are bounded', async () => {
    const { width, height } = await rasteriseArtwork(svg(mark), { width: 40_000, height: 20_000 });
    expect(width * height).toBeLessThanOrEqual(16_200_000);
  });
});
