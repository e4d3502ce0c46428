import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type FrameId, type Homography, newId, type PinId } from '@pinpaint/domain';
import { asPng, movedPicture, readPhotograph } from '@pinpaint/pictures/testing';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { until } from '../../apps/web/src/api/testing/until.ts';
import { seriesTexts as words } from '../../apps/web/src/text/seriesTexts.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { checkout } from '../checkout.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const artist = await browser.person();
await demo.signIn(artist, 'artist');
const { page } = artist;
const ask = demo.as('artist');
const board = `${demo.url}/boards/${demo.access.boardId}`;
const coffee = await readPhotograph(join(checkout, 'fixtures/coffee.png'));
const owner = demo.as('owner');
// By hand: what runs here, somebody has run.
await owner(`PATCH /projects/${demo.access.projectId}`, { policy: { start: 'by-hand' } });

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

/** The cup in another shot, on the same board. */
async function aShot(name: string, matrix: Homography): Promise<FrameId> {
  const id = newId<FrameId>();
  const file = new Uint8Array(await asPng(movedPicture(coffee, { matrix, noise: 2, gain: 0.95 })));
  await ask(`POST /boards/${demo.access.boardId}/frames?id=${id}&name=${encodeURIComponent(name)}`, file);
  await until('it is read', async () => (await ask(`GET /frames/${id}`)).json.state === 'ready');
  return id;
}

const first = demo.frameId('Coffee') as FrameId;
const panel = page.getByRole('complementary', { name: texts.pins.panel });

it('an edit is carried to the pictures it is found in, once somebody has seen where', async () => {
  onTestFailed(() => browser.shoot('series'));
  const shifted = await aShot('Shifted', [1, 0, -30, 0, 1, 18, 0, 0, 1]);
  const turned = await aShot('Turned', [0.98, -0.08, 30, 0.08, 0.98, -15, 0, 0, 1]);
  const pinId = newId<PinId>();
  const region = { kind: 'ellipse', cx: 275, cy: 215, rx: 150, ry: 110 };
  await ask(`POST /frames/${first}/pins`, { id: pinId, region, note: 'make the cup blue' });
  const editId = newId();
  expect((await ask(`POST /pins/${pinId}/edits`, { id: editId })).status).toBe(201);
  await until('it is proposed', async () => (await ask(`GET /edits/${editId}`)).json.state === 'proposed');

  // A series of the one, then the others and a picture that has nothing to do with it.
  await page.goto(`${board}?frame=${first}`);
  await panel.getByRole('tab', { name: /^Series/ }).click();
  await panel.getByRole('button', { name: words.makeOf(1) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The cup');
  await dialog.getByRole('button', { name: words.make }).click();
  for (const name of ['Shifted', 'Turned', 'Meadow']) {
    await panel.getByRole('combobox', { name: words.add }).selectOption({ label: await labelOf(name) });
    await seen(panel.getByRole('button', { name: words.takeOut(name) })).toBeVisible();
  }
  await seen(page.getByRole('button', { name: texts.canvas.placeIn('The cup', 1, 4) })).toBeVisible();
  await panel.getByRole('button', { name: words.up('Meadow') }).click();
  await seen(panel.getByText(words.moved('Meadow', 3, 4))).toHaveCount(1);

  await panel.getByRole('button', { name: /^Carry: / }).click();
  await panel.getByRole('button', { name: words.look(3) }).click();
  await seen(panel.getByRole('button', { name: words.run(2) })).toBeVisible();
  await seen(panel.getByText(words.reasons['series.not-found'])).toBeVisible();
  await seen(panel.getByRole('img', { name: /Shifted/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // Nothing has run yet; now it does, where somebody said so.
  expect((await ask(`GET /frames/${shifted}/edits`)).json.items).toEqual([]);
  await panel.getByRole('checkbox', { name: /Turned/ }).uncheck();
  await panel.getByRole('button', { name: words.run(1) }).click();
  const row = panel.getByRole('row', { name: /Shifted/ });
  await seen(row.getByRole('cell').first()).toHaveText('0');
  await seen(row.getByRole('cell').nth(1)).toHaveText(/→/);
  await seen(row.getByRole('cell').nth(3)).toHaveText(/^[0-9]+ %$/);
  expect((await ask(`GET /frames/${turned}/edits`)).json.items).toEqual([]);
  const [made] = (await ask(`GET /frames/${shifted}/edits`)).json.items;
  const source = (await ask(`GET /edits/${editId}`)).json;
  expect([made.seed, made.engine, made.carriedFromId]).toEqual([source.seed, source.engine, editId]);

  // From the report to the candidate in its own picture.
  await panel.getByRole('button', { name: words.haveALook }).click();
  await seen(page.getByRole('region', { name: texts.edit.candidates(1) })).toBeVisible();
});

it('a frame is derived beside its base, the same but for what is done to it', async () => {
  onTestFailed(() => browser.shoot('series-derived'));
  await page.goto(`${board}?frame=${first}`);
  await panel.getByRole('tab', { name: /^Series/ }).click();
  await panel.getByRole('button', { name: words.derive }).click();
  await seen(page.getByRole('button', { name: texts.canvas.placeIn('The cup', 5, 5) })).toBeVisible();
  await seen(panel.getByText(words.derivedFrom(2))).toBeVisible();
  const { items } = (await ask(`GET /boards/${demo.access.boardId}/frames?limit=200`)).json;
  const derived = items.at(-1);
  const base = items.find(({ id }: { id: string }) => id === first);
  expect(derived.master).toEqual(base.master);
  const proof = await until('both are proved', async () => {
    const { status, json } = await ask(`GET /frames/${derived.id}/derivation`);
    return status === 200 && json;
  });
  expect(proof).toMatchObject({ sameMaster: true, changedInside: 0, changedOutside: 0 });
  await panel.getByRole('button', { name: words.prove }).click();
  await seen(panel.getByText(words.proved('0', '0'))).toBeVisible();
});

async function labelOf(name: string): Promise<string> {
  const { items } = (await ask(`GET /boards/${demo.access.boardId}/frames?limit=200`)).json;
  const frame = items.find((one: { name: string }) => one.name === name);
  return `${frame.number} ${name}`;
}
