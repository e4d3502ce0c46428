import { type FrameId, newId, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { texts } from '../../apps/web/src/text/texts.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const [artist, director] = [await browser.person(), await browser.person()];
await demo.signIn(artist, 'artist');
await demo.signIn(director, 'director');
const { page } = artist;
const board = `${demo.url}/boards/${demo.access.boardId}`;
const ask = demo.as('artist');

// By hand: what runs here, somebody has run.
const owner = demo.as('owner');
const [project] = (await owner('GET /projects')).json.items;
await owner(`PATCH /projects/${project.id}`, { policy: { start: 'by-hand' } });

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

async function aPin(frame: string, note: string): Promise<{ id: PinId; number: number; frameId: FrameId }> {
  const region = { kind: 'rectangle', x: 150, y: 60, width: 250, height: 200 };
  const body = { id: newId<PinId>(), region, note };
  return (await ask(`POST /frames/${demo.frameId(frame)}/pins`, body)).json;
}

it('by keys alone a note is run, a candidate taken and submitted', async () => {
  onTestFailed(() => browser.shoot('board-keys'));
  const { number, frameId } = await aPin('Coffee', 'make the cup blue instead of white');
  await page.goto(`${board}?frame=${demo.frameId('Meadow')}`);
  await page.keyboard.press('2');
  const pins = page.getByRole('list', { name: '2 Coffee' });
  const mark = pins.getByRole('button', { name: new RegExp(`Pin ${number}`) });
  await mark.focus();

  // The view goes to what has the focus, and the marks stay on their pictures.
  const scrolled = () =>
    page.getByRole('list', { name: texts.canvas.list }).evaluate((list) => list.scrollLeft);
  await seen(mark).toBeInViewport();
  expect(await scrolled()).toBe(0);

  await page.keyboard.press('Enter');
  await seen(page.getByRole('button', { name: new RegExp(`^${texts.edit.run} `) })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await seen(page.getByRole('region', { name: texts.edit.candidates(number) })).toBeVisible();
  await seen(mark).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: texts.edit.submit }).press('Enter');

  // What it waits for, instead of running it again; the focus is where one goes on.
  const panel = page.getByRole('region', { name: texts.edit.panel(number) });
  await seen(panel.getByText(texts.compare.decision.waits('v2'))).toBeVisible();
  await seen(panel.getByRole('button', { name: texts.board.compare })).toBeFocused();
  expect((await ask(`GET /frames/${frameId}/versions`)).json.items[0].state).toBe('in_review');
});

it('behind Compare nothing can be walked to, and changes that are asked for are read at the pin', async () => {
  onTestFailed(() => browser.shoot('board-changes'));
  const words = texts.compare;
  const { page: other } = director;
  const versions = (await ask(`GET /frames/${demo.frameId('Coffee')}/versions`)).json.items;
  await other.goto(`${board}?compare=${versions[0].id}`);
  await seen(other.getByRole('slider', { name: words.split })).toBeVisible();
  for (const hidden of [
    other.getByRole('navigation', { name: texts.board.tools }).getByRole('button').first(),
    other.getByRole('navigation', { name: texts.board.frames }).getByRole('button').first(),
    other.getByRole('list', { name: texts.canvas.list }).getByRole('button').first(),
  ]) {
    await hidden.focus();
    await seen(hidden).not.toBeFocused();
  }
  await other.getByRole('button', { name: words.decision.requestChanges }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Closer to cobalt.');
  await dialog.getByRole('button', { name: words.decision.requestChanges }).click();
  const panel = page.getByRole('region', { name: /^Edit for pin/ });
  await seen(panel.getByText('Closer to cobalt.')).toBeVisible();
});

it('a layer that is hidden is brought back by undo, on everybody’s screen', async () => {
  onTestFailed(() => browser.shoot('board-layers'));
  const { page: other } = director;
  await other.keyboard.press('Escape');
  for (const one of [page, other]) {
    await one.getByRole('tab', { name: new RegExp(texts.pins.tabs.layers) }).click();
  }
  await page.getByRole('button', { name: texts.layers.newDraft }).click();
  const name = 'make the cup blue instead of white';
  const hide = (one: typeof page) => one.getByRole('button', { name: texts.layers.hide(name) });
  const show = (one: typeof page) => one.getByRole('button', { name: texts.layers.show(name) });
  await hide(page).click();
  await seen(show(other)).toBeVisible();
  await page.keyboard.press('Control+z');
  await seen(hide(other)).toBeVisible();
  await page.getByRole('slider', { name: texts.layers.opacityOf(name) }).press('Home');
  await seen(other.getByText(texts.layers.percent(0), { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await seen(other.getByText(texts.layers.percent(100), { exact: true })).toBeVisible();
});

it('a region that is locked entirely says so before anybody runs it', async () => {
  onTestFailed(() => browser.shoot('board-locked'));
  const [lock] = (await ask(`GET /frames/${demo.frameId('Fig bowl')}/locks`)).json.items;
  const region = { kind: 'rectangle', x: 1400, y: 890, width: 60, height: 60 };
  const pin = { id: newId<PinId>(), region, note: 'make it brighter' };
  await ask(`POST /frames/${lock.frameId}/pins`, pin);
  await page.goto(`${board}?pin=${pin.id}`);
  await seen(page.getByText(texts.edit.refusals['mask.all-locked'] ?? '')).toBeVisible();
  await seen(page.getByRole('button', { name: new RegExp(`^${texts.edit.run} `) })).toBeDisabled();
});

it('without a line, a pin waits in the list, and goes out by itself', async () => {
  onTestFailed(() => browser.shoot('board-offline'));
  const note = 'less grain here';
  await page.goto(`${board}?frame=${demo.frameId('Dogs')}`);
  const strip = page.getByRole('navigation', { name: texts.board.frames });
  await seen(strip.getByRole('button', { name: /Dogs/ })).toHaveAttribute('aria-current', 'true');
  await artist.context.setOffline(true);
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: texts.canvas.noteTitle }).fill(note);
  await page.getByRole('button', { name: texts.canvas.placePin }).click();
  const waiting = page.getByRole('region', { name: texts.pins.waitingToBeSent });
  await seen(waiting.getByText(note)).toBeVisible();
  await artist.context.setOffline(false);
  await seen(waiting).toHaveCount(0);
  await seen(page.getByRole('list', { name: texts.pins.list }).getByText(note)).toBeVisible();
});
