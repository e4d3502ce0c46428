import { roomProtocol } from '@pinpaint/board';
import type { Page } from '@playwright/test';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import * as Y from 'yjs';
import { clientTexts } from '../../apps/web/src/text/clientTexts.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { enterByLink } from './asClient.ts';
import { openBrowser, phone } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const board = `${demo.url}/boards/${demo.access.boardId}`;
const { shutOut, tryNow, discard, saved } = texts.board;
/** As many as one person may have. */
const most = 20;

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

it('who has too many windows open is told, and goes on once some are closed', async () => {
  onTestFailed(() => browser.shoot('too-many-windows'));
  const { page } = await aPerson();
  const others = await Promise.all(Array.from({ length: most }, enterRoom));
  await page.goto(board);
  await page.getByRole('button', { name: shutOut.windows.says }).click();
  await seen(page.getByText(shutOut.windows.lead)).toBeVisible();
  for (const one of others) one.close();
  await expect.poll(() => tryAgain(page), { timeout: 60_000, interval: 1_000 }).toBe(true);
});

it('what is too large to be sent is said to be, and can be thrown away', async () => {
  onTestFailed(() => browser.shoot('too-large'));
  const { page } = await aPerson();
  await page.goto(`${demo.url}/projects`);
  await leaveUnsaved(page, aChangeOf(9_000_000));
  await page.goto(board);
  await page.getByRole('button', { name: shutOut.tooLarge.says }).click();
  await page.getByRole('button', { name: discard(1) }).click();
  await seen(page.getByText(saved)).toBeVisible();
});

it('a client with too many windows is told why nothing new is seen', async () => {
  onTestFailed(() => browser.shoot('client-windows'));
  const client = await browser.person(phone);
  await enterByLink(client.page, `${demo.url}/r/${demo.access.reviewToken}`);
  await openNews(client.page, most - 1);
  const page = await client.page.context().newPage();
  await page.goto(`${demo.url}/r/${demo.access.reviewToken}`);
  await seen(page.getByText(clientTexts.client.crowded)).toBeVisible();
});

async function aPerson() {
  const person = await browser.person();
  await demo.signIn(person, 'artist');
  return person;
}

async function tryAgain(page: Page): Promise<boolean> {
  if (await page.getByText(saved).isVisible()) return true;
  await page
    .getByRole('button', { name: tryNow })
    .click({ timeout: 1_000, noWaitAfter: true })
    .catch(() => undefined);
  return false;
}

async function enterRoom(): Promise<WebSocket> {
  const { json } = await demo.as('artist')(`POST /boards/${demo.access.boardId}/room`, {});
  const address = `${demo.url.replace('http', 'ws')}${json.url}/${json.room}`;
  const socket = new WebSocket(address, [roomProtocol, json.token]);
  // Who was let in is told something.
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  return socket;
}

function aChangeOf(bytes: number): string {
  const doc = new Y.Doc();
  doc.getMap('elsewhere').set('large', 'x'.repeat(bytes));
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

/** As a page that was closed offline leaves it on its device. */
async function leaveUnsaved(page: Page, update: string): Promise<void> {
  const key = `pinpaint/unsaved/${demo.access.boardId}`;
  await page.evaluate(
    ([at, base64]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store');
        opening.onupgradeneeded = () => opening.result.createObjectStore('keyval');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('keyval', 'readwrite');
          writing.objectStore('keyval').put(
            Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)),
            at,
          );
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [key, update] as const,
  );
}

/** Windows that are open elsewhere. */
async function openNews(page: Page, count: number): Promise<void> {
  await page.evaluate(async (n) => {
    const address = `${location.origin.replace('http', 'ws')}/api/v1/news?as=guest`;
    const open = () =>
      new Promise((resolve) => {
        const socket = new WebSocket(address, 'pinpaint.news.1');
        socket.onopen = () => resolve(socket.send(JSON.stringify({ after: Number.MAX_SAFE_INTEGER })));
      });
    await Promise.all(Array.from({ length: n }, open));
  }, count);
}
