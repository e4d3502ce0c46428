import type { Locator, Page } from '@playwright/test';
import { settledBox } from './settled.ts';

type Point = readonly [x: number, y: number];

/** Where a point of the picture is on the page: `picture` covers all of it. */
export async function onScreen(
  picture: Locator,
  size: { readonly width: number; readonly height: number },
): Promise<(point: Point) => { x: number; y: number }> {
  const box = await settledBox(picture);
  return ([x, y]) => ({
    x: box.x + (x / size.width) * box.width,
    y: box.y + (y / size.height) * box.height,
  });
}

/** One finger down, along the path, and up. */
export async function drawWithFinger(page: Page, path: readonly { x: number; y: number }[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const [first, ...rest] = path;
  if (!first) return;
  await touch('touchStart', [first]);
  for (const point of rest) await touch('touchMove', [point]);
  await touch('touchEnd', []);
  await client.detach();
}
