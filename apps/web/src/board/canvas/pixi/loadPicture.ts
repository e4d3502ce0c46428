import type { PixelRect } from '@pinpaint/domain';

export type LoadedPicture = { readonly bitmap: ImageBitmap; readonly rect: PixelRect | null };

/** Fetched and unpacked off the main thread. All of them are sRGB, so no browser is to convert them again. */
export async function loadPicture(url: string, signal: AbortSignal): Promise<LoadedPicture> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const bitmap = await createImageBitmap(await answer.blob(), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'premultiply',
  });
  return { bitmap, rect: rectIn(answer.headers.get('picture-rect')) };
}

function rectIn(header: string | null): PixelRect | null {
  const [x, y, width, height] = (header ?? '').split(',').map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return { x, y, width, height };
}
