import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { previewBytes, smallPreview } from './smallPreview.ts';

const noise = (px: number) =>
  sharp(randomBytes(px * px * 3), { raw: { width: px, height: px, channels: 3 } });

test('even of noise, which is the longest, a preview stays small', async () => {
  const small = await smallPreview(await noise(1024).jpeg({ quality: 100 }).toBuffer());
  expect(small?.length).toBeLessThanOrEqual(previewBytes);
  expect((await sharp(small ?? undefined).metadata()).format).toBe('webp');
});

test('nothing but pixels is left of what was sent', async () => {
  const sent = await noise(64)
    .withExif({ IFD0: { Copyright: 'a secret' } })
    .png()
    .toBuffer();
  const small = await smallPreview(Buffer.concat([sent, Buffer.from('<script>')]));
  expect(Buffer.from(small ?? []).toString('latin1')).not.toMatch(/secret|script/);
  expect(await sharp(small ?? undefined).metadata()).toMatchObject({ width: 64, height: 64 });
});

test.each([
  ['words', Buffer.from('HTTP/1.1 502 Bad Gateway')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['half a picture', (await noise(64).jpeg().toBuffer()).subarray(0, 900)],
  ['nothing', new Uint8Array()],
])('%s is no preview', async (_, bytes) => {
  expect(await smallPreview(bytes)).toBeNull();
});
