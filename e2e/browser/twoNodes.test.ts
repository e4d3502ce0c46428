import { once } from 'node:events';
import { freePort } from '@pinpaint/config';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { Nodes, type TestNode } from '../../apps/sync/src/testing/Nodes.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { bowl, bowlNote, circleAndSend, enterByLink } from './asClient.ts';
import { openBrowser, type Person, phone } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

// Where an operator says it too; the stack's processes get what this one has.
const ports = await Promise.all([freePort(), freePort(), freePort()]);
const ROOM_ORIGINS = ports.map((port) => `ws://127.0.0.1:${port}`).join(' ');
Object.assign(process.env, { ROOMS_HERE: 'no', ROOM_ORIGINS });

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const nodes = new Nodes(demo.databaseUrl);
const [artist, director, client] = [
  await browser.person(),
  await browser.person(),
  await browser.person(phone),
];
const both = [artist, director];
const [words, step] = [texts.board, 'Shift+ArrowRight'];
const patience = { timeout: 30_000 };
const board = `${demo.url}/boards/${demo.access.boardId}`;

beforeAll(async () => {
  await Promise.all([startNode(), startNode()]);
  await demo.signIn(artist, 'artist');
  await demo.signIn(director, 'director');
  await artist.page.goto(`${board}?frame=${demo.frameId('Coffee')}`);
  await director.page.goto(`${board}?frame=${demo.frameId('Meadow')}`);
  await enterByLink(client.page, `${demo.url}/r/${demo.access.reviewToken}`);
  await everybodySeesEverybody();
});

afterAll(async () => {
  await browser.close();
  await nodes.stop();
  await demo.stop();
});

it('when the room’s server is taken down, people go on at another and see each other’s work', async () => {
  onTestFailed(() => browser.shoot('two-nodes-stopped'));
  await move(artist);
  const owner = await ownerOfRoom();
  const said = await Promise.all(both.map(({ page }) => listen(page)));
  const isGone = once(owner.child, 'exit');
  owner.child.kill('SIGTERM');
  await move(director);
  await isGone;
  await everybodySeesEverybody();
  expect(await ownerOfRoom()).not.toBe(owner);
  for (const words of said) expect(await words()).toContain(texts.board.offline);
  await move(artist);
});

it('when it is killed, they are told, and all of what was done meanwhile is there afterwards', async () => {
  onTestFailed(() => browser.shoot('two-nodes-killed'));
  await startNode();
  const owner = await ownerOfRoom();
  const before = await samePlaces();
  owner.child.kill('SIGKILL');
  for (const { page } of both) await seen(page.getByText(words.offline).first()).toBeVisible();
  // Both go on working, and so does the client, who is in no room.
  for (const person of both) await nudge(person);
  for (const { page } of both) await seen(page.getByText(words.offlineWaiting(1)).first()).toBeVisible();
  await circleAndSend(client.page, await bowlNote());
  await seen(client.page.getByText(texts.client.offline)).toHaveCount(0);

  await everybodySeesEverybody();
  expect(await ownerOfRoom()).not.toBe(owner);
  const after = await samePlaces();
  // Each has moved one of them.
  expect(after.map((place, n) => place !== before[n])).toEqual([true, true]);
  for (const { page } of both) await seenAfterAll(page);
  await Promise.all(both.map(({ page }) => page.reload()));
  await everybodySeesEverybody();
  for (const { page } of both) await expect.poll(() => places(page), patience).toEqual(after);
  for (const { page } of both) await seenAfterAll(page);
});

function startNode(): Promise<TestNode> {
  const port = ports.pop();
  return nodes.start(port ? { port } : {});
}

/** The node that has the board's room by now, as the API says. */
async function ownerOfRoom(): Promise<TestNode> {
  const { json } = await demo.as('director')(`POST /boards/${demo.access.boardId}/room`, {});
  return nodes.at(new URL(json.url).origin);
}

/** Each is in the room, with the other one, and all that was done is kept. */
async function everybodySeesEverybody(): Promise<void> {
  for (const { page } of both) {
    await seen(page.getByRole('list', { name: words.here }).getByRole('listitem')).toHaveCount(2);
    await seen(page.getByText(words.saved)).toBeVisible();
  }
}

/** By one of them, and the other sees it. */
async function move(person: Person): Promise<void> {
  const before = await places(person.page);
  await nudge(person);
  await expect.poll(() => places(person.page), patience).not.toEqual(before);
  await seen(person.page.getByText(words.saved)).toBeVisible();
  await samePlaces();
}

/** Each a picture of their own. */
async function nudge({ page }: Person): Promise<void> {
  const name = page === artist.page ? '2 Coffee' : '6 Meadow';
  await page.getByRole('button', { name, exact: true }).press(step);
}

/** On both screens. @returns where they are */
async function samePlaces(): Promise<readonly number[]> {
  await expect
    .poll(async () => {
      const [one = [], other] = await Promise.all(both.map(({ page }) => places(page)));
      return one.every((place, n) => place === other?.[n]);
    }, patience)
    .toBe(true);
  return places(artist.page);
}

/** How far the pictures are from one that nobody moves, in thousandths of its width: each looks from where they like. */
async function places(page: Page): Promise<readonly number[]> {
  const ids = [bowl.name, 'Coffee', 'Meadow'].map(demo.frameId);
  const boxes = await Promise.all(
    ids.map((id) => page.locator(`div[data-frame="${id}"]`).first().boundingBox()),
  );
  const [still, ...moved] = boxes;
  if (!still) throw new Error('The picture that stays is not on screen.');
  return moved.map((box) => Math.round((((box?.x ?? Number.NaN) - still.x) / still.width) * 1000));
}

async function seenAfterAll(page: Page): Promise<void> {
  const pins = page.getByRole('list', { name: `1 ${bowl.name}` });
  await seen(pins.getByRole('button', { name: /Pin 1/ })).toBeAttached();
}

/** All that the bar says of the line from now on, however short a moment. */
async function listen(page: Page): Promise<() => Promise<string>> {
  const status = page.getByRole('status').filter({ hasText: words.saved });
  const heard = await status.evaluateHandle((element) => {
    const all = [element.textContent ?? ''];
    const options = { childList: true, subtree: true, characterData: true };
    new MutationObserver(() => all.push(element.textContent ?? '')).observe(element, options);
    return all;
  });
  return async () => (await heard.jsonValue()).join(' ');
}
