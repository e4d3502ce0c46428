import type { Locator, Page } from '@playwright/test';
import { texts } from '../../apps/web/src/text/texts.ts';
import type { Demo } from './openDemo.ts';
import { seen } from './playwright.ts';
import { settledBox } from './settled.ts';

type Picture = { readonly frameId: string; readonly widthPx: number };

type Holding = {
  readonly demo: Demo;
  readonly picture: Picture;
  /** What the bar says once it is in hand. */
  isHeld(): Promise<void>;
};

/** Of the board, above each picture. */
const headerPx = 28;

/** Opens the board at a picture, Smart select in hand. @returns where a point of the picture is on the page */
export async function holdSmart(
  page: Page,
  { demo, picture, isHeld }: Holding,
): Promise<(x: number, y: number) => readonly [number, number]> {
  await page.goto(`${demo.url}/boards/${demo.access.boardId}?frame=${picture.frameId}`);
  await seen(page.getByText(texts.board.saved)).toBeVisible();
  await page.keyboard.press('s');
  await isHeld();
  const header = await settledBox(headerOf(page, picture));
  const scale = header.width / picture.widthPx;
  return (x, y) => [header.x + x * scale, header.y + headerPx + y * scale];
}

function headerOf(page: Page, { frameId }: Picture): Locator {
  return page.locator(`div[data-frame="${frameId}"]`).first();
}
