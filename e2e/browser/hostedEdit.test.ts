import { newId, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed, vi } from 'vitest';
import { startFake } from '../../apps/web/src/api/testing/startFake.ts';
import { until } from '../../apps/web/src/api/testing/until.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const gemini = await startFake('gemini');
// As an operator says it: in the environment that the workers are started with.
vi.stubEnv('GEMINI_API_KEY', 'AIza-nobody-sees-it');
vi.stubEnv('GEMINI_BASE_URL', gemini.url);
const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const ask = demo.as('artist');
const frameId = demo.frameId('Meadow');
const { edit: words } = texts;
/** The picture goes to the service and back, and is registered, on a busy machine. */
const editMs = 180_000;

afterAll(async () => {
  await browser.close();
  await demo.stop();
  await gemini.stop();
});

it('what only a service can add is priced before it is run, taken by hand, and booked', async () => {
  onTestFailed(() => browser.shoot('hosted'));
  const artist = await browser.person();
  await demo.signIn(artist, 'artist');
  const { page } = artist;
  const id = newId<PinId>();
  const region = { kind: 'ellipse', cx: 1250, cy: 900, rx: 500, ry: 480 };
  const note = 'add a small ladybird on the big dandelion';
  await ask(`POST /frames/${frameId}/pins`, { id, region, note });

  await page.goto(`${demo.url}/boards/${demo.access.boardId}?pin=${id}`);
  const panel = page.getByRole('region', { name: /^Edit for pin/ });
  await seen(panel.getByRole('radio', { name: /Nano Banana.*\$0\.044/ })).toBeChecked();
  await seen(panel.getByText(/^Can’t add: .*Heal/)).toBeVisible();
  await panel.getByRole('button', { name: words.run }).click();

  await page.getByRole('button', { name: /^Take A/ }).click({ timeout: editMs });
  await seen(page.getByRole('button', { name: words.submit })).toBeVisible();
  const edits = await until('it is taken', async () => {
    const { items } = (await ask(`GET /frames/${frameId}/edits`)).json;
    return items[0]?.state === 'accepted' && items;
  });
  // By the tokens that the answer names, not by the estimate.
  expect(edits[0].cost.usd).toBeCloseTo((800 * 0.3 + 1290 * 30) / 1e6, 9);
  const { items } = (await ask(`GET /edits/${edits[0].id}/candidates`)).json;
  expect(items[0].proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
});
