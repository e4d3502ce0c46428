import type { RunPreview } from '@pinpaint/engines';
import { makePicture } from '@pinpaint/imaging';
import { decodeWebPicture, encodePatch } from '@pinpaint/pictures';
import { expect, test } from 'vitest';
import { sendPreviews } from './sendPreviews.ts';

const png = await encodePatch(makePicture({ width: 900, height: 600, channels: 3, depth: 8 }));
const previewOf = (variant: number, bytes: Uint8Array = png): RunPreview => ({ variant, bytes });

test('what comes while one is on its way is left out, but for the newest', async () => {
  const sent: RunPreview[] = [];
  const { promise: sentTwo, resolve } = Promise.withResolvers<void>();
  const previews = sendPreviews(async (preview) => {
    sent.push(preview);
    if (sent.length === 2) resolve();
  });
  for (const variant of [0, 1, 2, 3]) previews.show(previewOf(variant));
  await sentTwo;
  previews.stop();
  expect(sent.map(({ variant }) => variant)).toEqual([0, 3]);
  const shown = await decodeWebPicture(sent[0]?.bytes ?? new Uint8Array(), 1e6);
  expect(shown).toMatchObject({ width: 512, height: 341 });
});

test('what is no picture, or is not taken, ends nothing', async () => {
  const { promise: asked, resolve } = Promise.withResolvers<number>();
  const previews = sendPreviews(async ({ variant }) => {
    resolve(variant);
    throw new Error('away');
  });
  previews.show(previewOf(0, new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')));
  previews.show(previewOf(1));
  expect(await asked).toBe(1);
  previews.stop();
});

test('stopped while one is on its way, it ends without a word', async () => {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const { promise: taken, resolve: take } = Promise.withResolvers<void>();
  const previews = sendPreviews(async () => {
    resolve();
    await taken;
  });
  previews.show(previewOf(0));
  await asked;
  previews.stop();
  // A rejection that nobody has caught by then ends a worker.
  await new Promise(setImmediate);
  take();
});
