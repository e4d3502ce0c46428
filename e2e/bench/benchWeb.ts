import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { newId } from '@pinpaint/domain';
import type { Page } from '@playwright/test';
import { percentile } from '../../apps/cli/src/bench/percentile.ts';
import { fixturesDir } from '../../apps/cli/src/stack/checkout.ts';
import { until } from '../../apps/web/src/api/testing/until.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { bowl, enterByLink } from '../browser/asClient.ts';
import { openBrowser, type Person, phone, type TestBrowser } from '../browser/openBrowser.ts';
import { type Demo, openDemo } from '../browser/openDemo.ts';

/** `npm run bench -- web`: what the screens cost, in a real browser that draws without a graphics card. */
const notes = 20;
/** Pins are 40 px large and must not lie under the next tap. */
const grid = 5;
/** The first find cold code. */
const warmUps = 3;
const pictures = 10;
const masterLimitMs = 300_000;

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const demo = await openDemo();
const browser = await openBrowser();
try {
  const figures = {
    sendToPinMs: await measureSending(demo, browser),
    ...(await measureBoard(demo, browser)),
    clientScriptBytes: await measureScript((await client(demo, browser)).page),
  };
  const text = `${JSON.stringify(figures, null, 2)}\n`;
  if (values.json) await writeFile(values.json, text);
  console.log(text);
} finally {
  await browser.close();
  await demo.stop();
}

async function client(at: Demo, { person }: TestBrowser): Promise<Person> {
  const one = await person(phone);
  await enterByLink(one.page, `${at.url}/r/${at.access.reviewToken}`);
  return one;
}

/** From the client's Send to the pin on the artist's screen, by one machine's clock. */
async function measureSending(at: Demo, { person, ...rest }: TestBrowser) {
  const artist = await person();
  await at.signIn(artist, 'artist');
  await artist.page.goto(`${at.url}/boards/${at.access.boardId}`);
  await artist.page.getByRole('list', { name: `1 ${bowl.name}` }).waitFor({ state: 'attached' });
  await artist.page.evaluate(watchPins);
  const { page } = await client(at, { person, ...rest });
  await page.getByRole('link', { name: new RegExp(bowl.name) }).tap();
  const times: number[] = [];
  for (let i = 0; i < warmUps + notes; i += 1) {
    const sentAt = await sendOne(page, i);
    const seenAt = await artist.page
      .waitForFunction((n) => window.pinTimes?.[n] ?? 0, i)
      .then((at) => at.jsonValue());
    if (i >= warmUps) times.push(seenAt - sentAt);
    say(`note ${i + 1} of ${warmUps + notes}`);
  }
  return { p50: round(percentile(times, 50)), p95: round(percentile(times, 95)) };
}

declare global {
  interface Window {
    pinTimes?: number[];
  }
}

/** In the artist's page: when each new pin came, from the epoch. */
function watchPins(): void {
  const times: number[] = [];
  const known = new Set<string>();
  window.pinTimes = times;
  new MutationObserver(() => {
    for (const pin of document.querySelectorAll<HTMLElement>('[data-pin]')) {
      const { pin: id = '' } = pin.dataset;
      if (known.has(id)) continue;
      known.add(id);
      times.push(performance.timeOrigin + performance.now());
    }
  }).observe(document.body, { subtree: true, childList: true });
}

/** A tap, a sentence that starts nothing, Send. */
async function sendOne(page: Page, i: number): Promise<number> {
  const picture = page.getByRole('img', { name: bowl.name, exact: true });
  // It goes back into the middle when the last note's sheet is gone; a tap on the way would miss it.
  await (await picture.elementHandle())?.waitForElementState('stable');
  const box = await picture.boundingBox();
  if (!box) throw new Error('The picture is not on screen.');
  const [column, row] = [i % grid, Math.floor(i / grid)];
  const x = box.x + (box.width * (column + 0.4)) / grid;
  await page.touchscreen.tap(x, box.y + (box.height * (row + 0.85)) / grid);
  await page.getByRole('textbox', { name: texts.client.note.label }).fill('Hm.');
  const send = page.getByRole('button', { name: texts.client.note.send });
  const sentAt = await send.evaluate((button: HTMLButtonElement) => {
    const now = performance.timeOrigin + performance.now();
    button.click();
    return now;
  });
  await send.waitFor({ state: 'hidden' });
  return sentAt;
}

async function measureBoard(at: Demo, { person }: TestBrowser) {
  const board = await aLargeBoard(at);
  const artist = await person();
  await at.signIn(artist, 'artist');
  const { page } = artist;
  await page.goto(`${at.url}/boards/${board}?measure`);
  const firstPictureMs = await page
    .waitForFunction((wanted) => {
      const marks = performance.getEntriesByName('board picture') as PerformanceMark[];
      const small = marks.filter(({ detail }) => String(detail).includes('/thumbnail'));
      return small.length >= wanted ? small[wanted - 1]?.startTime : 0;
    }, pictures)
    .then((time) => time.jsonValue());
  const boardScriptBytes = await measureScript(page);
  const panFrameMs = await measurePanning(page);
  return {
    firstPictureMs: round(firstPictureMs ?? 0),
    panFrameMs,
    boardScriptBytes,
    // With what the board fetches once its pictures are there.
    boardScriptInAllBytes: await measureScript(page),
  };
}

async function measurePanning(page: Page) {
  await page.waitForTimeout(6_000);
  const canvas = await page.getByRole('main').boundingBox();
  await page.mouse.move((canvas?.x ?? 0) + 300, (canvas?.y ?? 0) + 300);
  await page.evaluate(() => {
    window.pinpaintFrames = [];
  });
  for (let i = 0; i < 200; i += 1) await page.mouse.wheel(i % 80 < 40 ? 24 : -24, i % 40 < 20 ? 16 : -16);
  const times = await page.evaluate(() => window.pinpaintFrames ?? []);
  return { frames: times.length, p50: round(percentile(times, 50)), p95: round(percentile(times, 95)) };
}

/** All scripts the page has loaded, each compressed as the server would for the simplest browser. */
async function measureScript(page: Page): Promise<number> {
  const urls = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith('.js')),
  );
  const bodies = await Promise.all([...new Set(urls)].map(async (url) => (await fetch(url)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0);
}

/** Ten photographs of 16 megapixels: each more than 4K. */
async function aLargeBoard(at: Demo): Promise<string> {
  const ask = at.as('artist');
  const boardId = newId();
  await ask(`POST /projects/${at.access.projectId}/boards`, { id: boardId, name: 'Ten' });
  const bytes = new Uint8Array(await readFile(join(fixturesDir, 'seeding.jpg')));
  for (let i = 0; i < pictures; i += 1) {
    await ask(`POST /boards/${boardId}/frames?id=${newId()}&name=Picture`, bytes);
  }
  const isReady = async () => {
    const { items } = (await ask(`GET /boards/${boardId}/frames`)).json;
    return items.every(({ state }: { state: string }) => state === 'ready');
  };
  say('ten pictures are being read in');
  await until('all masters are made', isReady, masterLimitMs);
  return boardId;
}

function say(line: string): void {
  console.log(`pinpaint: ${line}`);
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
