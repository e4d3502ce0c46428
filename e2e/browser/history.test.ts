import {
  addDrawing,
  messageTypes,
  placeFrame,
  readSaved,
  removeSticky,
  roomProtocol,
  setSticky,
} from '@pinpaint/board';
import type { FrameId } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { historyTexts as words } from '../../apps/web/src/text/historyTexts.ts';
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
const coffee = demo.frameId('Coffee') as FrameId;
const program = await enterRoom();
/** What a program sends when it joins is counted like a change. */
const helloMessages = 1;
const sticky = { x: 0, y: 0, width: 90, height: 60, text: 'the only copy', colour: 'yellow' } as const;

afterAll(async () => {
  program.provider.destroy();
  await browser.close();
  await demo.stop();
});

it('shows the board as it was, brings it back for everybody, and takes that back', async () => {
  onTestFailed(() => browser.shoot('history'));
  const { doc } = program;
  setSticky(doc, 's', sticky);
  await page.goto(`${board}?frame=${coffee}`);
  await director.page.goto(board);
  const film = page.getByRole('navigation', { name: texts.board.frames });
  await seen(film.getByRole('button', { name: /Coffee/ })).toHaveAttribute('aria-current', 'true');
  // Else the step by hand would come before there is anything to move.
  await seen(page.getByText(texts.board.saved)).toBeVisible();

  // Where it lies now, after a step by hand; then something is drawn, and the only copy thrown away.
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => placeOf()?.x).toBeTypeOf('number');
  const before = placeOf();
  const line = [
    [0, 0],
    [5, 5],
  ] as const;
  placeFrame(doc, coffee, { x: (before?.x ?? 0) + 4_000, y: 0, scale: before?.scale ?? 1 });
  addDrawing(doc, 'd', { points: line, widthPx: 2, colour: 'pink' });
  removeSticky(doc, 's');
  // What is not kept yet is in no history, and would come into the list while somebody walks through it.
  await expect.poll(program.kept).toBe(helloMessages + 4);

  await page.getByRole('button', { name: texts.board.more, exact: true }).click();
  await page.getByRole('menuitem', { name: texts.board.history }).click();
  const panel = page.getByRole('complementary', { name: words.title });
  const session = panel.getByRole('button', { name: /placed/i }).first();
  await session.click();
  const bar = page.getByRole('region', { name: words.title });
  await seen(bar.getByText(words.kept)).toBeVisible();
  // Nothing can be done to what was.
  await seen(page.getByRole('button', { name: texts.board.toolNames.pin })).toBeDisabled();

  // By keys from change to change, until the sticky was there and the frame where it had been put.
  const changes = panel.getByRole('list', { name: words.changes }).getByRole('button');
  await seen(changes.filter({ hasText: /placed/i })).toBeVisible();
  const all = await changes.allTextContents();
  const placed = all.findIndex((text) => /placed/i.test(text));
  await session.focus();
  for (let n = 0; n <= placed; n += 1) await page.keyboard.press('ArrowDown');
  await seen(changes.nth(placed)).toBeFocused();
  await seen(changes.nth(placed)).toHaveAttribute('aria-current', 'true');
  await seen(bar).toBeVisible();
  await bar.getByRole('button', { name: words.restore }).click();
  await expect.poll(() => [placeOf(), stickies(), doc.getMap('drawings').size]).toEqual([before, ['s'], 0]);
  await seen(bar).toBeHidden();
  await seen(panel.getByRole('button', { name: new RegExp(`^${words.now}`) })).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect
    .poll(() => [placeOf()?.x, stickies(), doc.getMap('drawings').size])
    .toEqual([(before?.x ?? 0) + 4_000, [], 1]);
});

it('by keys: Escape goes back to now, and whoever closes it is where they opened it', async () => {
  onTestFailed(() => browser.shoot('history-keys'));
  const more = page.getByRole('button', { name: texts.board.more, exact: true });
  const panel = page.getByRole('complementary', { name: words.title });
  const close = async () => {
    await panel.getByRole('button', { name: words.close }).press('Enter');
    await seen(panel).toHaveCount(0);
    await seen(more).toBeFocused();
  };
  await close();
  // The second time all of it is there at once.
  await more.press('Enter');
  await page.getByRole('menuitem', { name: texts.board.history }).press('Enter');
  await seen(panel.getByRole('heading', { name: words.title })).toBeFocused();
  const now = panel.getByRole('button', { name: new RegExp(`^${words.now}`) });
  await now.press('ArrowDown');
  const bar = page.getByRole('region', { name: words.title });
  await seen(bar).toBeVisible();
  await page.keyboard.press('Escape');
  await seen(bar).toHaveCount(0);
  await seen(now).toBeFocused();
  await close();
});

function placeOf() {
  return program.doc.getMap<{ x: number; y: number; scale: number }>('frames').get(coffee);
}

function stickies(): string[] {
  return [...program.doc.getMap('stickies').keys()];
}

/** As a program of the director's: stickies and lines have no hand of their own on the screen yet. */
async function enterRoom() {
  const { json } = await demo.as('director')(`POST /boards/${demo.access.boardId}/room`, {});
  const doc = new Y.Doc();
  const address = `${demo.url.replace('http', 'ws')}${json.url}`;
  const provider = new WebsocketProvider(address, json.room, doc, {
    protocols: [roomProtocol, json.token],
    disableBc: true,
  });
  let kept = 0;
  provider.messageHandlers[messageTypes.saved] = (_, decoder) => {
    kept = readSaved(decoder).messages;
  };
  provider.messageHandlers[messageTypes.news] = () => undefined;
  await new Promise((resolve) => provider.once('sync', resolve));
  return { doc, provider, kept: () => kept };
}
