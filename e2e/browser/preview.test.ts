import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { newId, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed, vi } from 'vitest';
import { startFake } from '../../apps/web/src/api/testing/startFake.ts';
import { runTexts as words } from '../../apps/web/src/text/runTexts.ts';
import { checkout } from '../checkout.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const comfyui = await startFake('comfyui');
// Else it may have drawn all of it before a busy machine shows any.
await comfyui.behave({ kind: 'draw', stepMs: 400, staysAtHalf: true });
// As an operator says it: in the environment that the workers are started with.
vi.stubEnv('COMFYUI_URL', comfyui.url);
vi.stubEnv('COMFYUI_WORKFLOWS', join(checkout, 'packages/engines/src/comfyui/testing/aWorkflow.json'));
const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const ask = demo.as('artist');
/** The picture goes to the server and back, and is registered, on a busy machine. */
const editMs = 180_000;

afterAll(async () => {
  await browser.close();
  await demo.stop();
  await comfyui.stop();
});

it('what a server is drawing is seen in its region and in the panel, and is gone when there are candidates', async () => {
  onTestFailed(() => browser.shoot('preview'));
  const artist = await browser.person();
  await demo.signIn(artist, 'artist');
  const { page } = artist;
  const id = newId<PinId>();
  const region = { kind: 'ellipse', cx: 1250, cy: 900, rx: 500, ry: 480 };
  const note = 'add a small ladybird on the big dandelion';
  // It costs nothing, so the demo's policy starts it.
  await ask(`POST /frames/${demo.frameId('Meadow')}/pins`, { id, region, note });
  await page.goto(`${demo.url}/boards/${demo.access.boardId}?pin=${id}`);

  const onBoard = page.locator('[data-preview]');
  const inPanel = page.getByRole('img', { name: words.previewOf('ComfyUI') });
  await seen(inPanel).toBeVisible({ timeout: editMs });
  await seen(onBoard.getByText(words.preview(1, 1))).toBeVisible();
  await seen.poll(() => inPanel.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await comfyui.behave({ kind: 'draw' });
  await seen(page.getByRole('button', { name: /^Take A/ })).toBeVisible({ timeout: editMs });
  await seen(onBoard).toHaveCount(0);
  await seen(inPanel).toHaveCount(0);
});
