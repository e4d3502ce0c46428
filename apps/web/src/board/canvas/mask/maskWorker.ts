import { type MaskWish, maskOf } from './maskOf.ts';

export type MaskAnswer = {
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly band: ImageBitmap;
  readonly wash: ImageBitmap;
  readonly contours: readonly (readonly number[])[];
} | null;

addEventListener('message', async ({ data }: MessageEvent<MaskWish>) => {
  const mask = maskOf(data);
  if (!mask) return postMessage(null satisfies MaskAnswer);
  const { rect, size, contours } = mask;
  const [band, wash] = await Promise.all(
    [mask.band, mask.wash].map((rgba) =>
      createImageBitmap(new ImageData(rgba, size.width, size.height), { premultiplyAlpha: 'premultiply' }),
    ),
  );
  if (!band || !wash) return postMessage(null satisfies MaskAnswer);
  postMessage({ rect, band, wash, contours } satisfies MaskAnswer, { transfer: [band, wash] });
});
