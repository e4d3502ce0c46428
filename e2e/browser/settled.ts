import type { Locator } from '@playwright/test';
import { seen } from './playwright.ts';

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** As many frames as what is laid out, drawn, and shown again where the room says may be apart. */
const stillFrames = 12;

/** Where it is on the page once it has stopped moving: right after a page has opened, pictures are still put in their places. */
export async function settledBox(element: Locator): Promise<Box> {
  let box: Box | null = null;
  await seen
    .poll(async () => {
      box = await boxAfter(element, stillFrames);
      return box;
    })
    .not.toBeNull();
  if (!box) throw new Error('It never stood still.');
  return box;
}

/** null: it has moved meanwhile. */
function boxAfter(element: Locator, frames: number): Promise<Box | null> {
  return element.evaluate(async (shown, times) => {
    const look = () => {
      const { x, y, width, height } = shown.getBoundingClientRect();
      return { x, y, width, height };
    };
    const before = JSON.stringify(look());
    for (let n = 0; n < times; n += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (JSON.stringify(look()) !== before) return null;
    }
    return look();
  }, frames);
}
