import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, it, onTestFailed } from 'vitest';
import { texts } from '../../apps/web/src/text/texts.ts';
import { surroundCookie, surrounds } from '../../apps/web/src/ui/surround.ts';
import { bowl, enterByLink } from './asClient.ts';
import { openBrowser, type Person, phone } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const [artist, nobody, client] = [
  await browser.person(),
  await browser.person(),
  await browser.person(phone),
];
await demo.signIn(artist, 'artist');
await enterByLink(client.page, `${demo.url}/r/${demo.access.reviewToken}`);

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

describe.each(surrounds)('in the %s surround', (surround) => {
  it('every page of the studio is accessible', async () => {
    await inSurround(artist, surround);
    const paths = ['/projects', '/projects/archived', '/waiting', '/members', '/links', '/account'];
    for (const path of paths) await look(artist.page, path);
  });

  it('the board is, with and without a picture chosen', async () => {
    await inSurround(artist, surround);
    const board = `/boards/${demo.access.boardId}`;
    await look(artist.page, board);
    await look(artist.page, `${board}?frame=${demo.frameId(bowl.name)}`);
  });

  it('so are the doors', async () => {
    await inSurround(nobody, surround);
    for (const path of ['/', '/sign-in', '/status', '/r/unknown', '/nowhere']) await look(nobody.page, path);
  });

  it('and the client’s page on a phone', async () => {
    await inSurround(client, surround);
    await look(client.page, `/r/${demo.access.reviewToken}`);
    await look(client.page, `/r/${demo.access.reviewToken}#${demo.frameId(bowl.name)}`);
  });
});

it('no page is complained of: by a guest’s first visit, nor by a dialog', async () => {
  const [guest, artistPage] = [await browser.person(phone), await artist.context.newPage()];
  const said: string[] = [];
  for (const page of [guest.page, artistPage])
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  await enterByLink(guest.page, `${demo.url}/r/${demo.access.reviewToken}`);
  await artistPage.goto(`${demo.url}/members`);
  await artistPage.keyboard.press('Control+k');
  await seen(artistPage.getByRole('dialog')).toBeVisible();
  await seen(artistPage.locator('body')).toHaveCSS('overflow', 'hidden');
  expect(said).toEqual([]);
});

it('a page whose script does not come says so, and what to do', async () => {
  const page = await artist.context.newPage();
  await page.goto(`${demo.url}/projects`);
  await seen(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // As after an update of the server, which has other scripts.
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await page.getByRole('link', { name: texts.home.members }).first().click();
  await seen(page.getByRole('heading', { name: texts.errorPages.fault })).toBeVisible();
  await page.unroute('**/_next/static/chunks/**');
  await page.getByRole('button', { name: texts.common.retry }).click();
  await seen(page.getByRole('heading', { name: texts.home.members })).toBeVisible();
});

const kinds = {
  'PNG, 8 bits': ['eight.png', (picture) => picture.png()],
  'PNG, 16 bits': ['sixteen.png', (picture) => picture.toColourspace('rgb16').png()],
  JPEG: ['photo.jpg', (picture) => picture.jpeg()],
  WebP: ['web.webp', (picture) => picture.webp()],
  TIFF: ['print.tif', (picture) => picture.tiff()],
} as const satisfies Record<string, readonly [name: string, (picture: Sharp) => Sharp]>;

it('a picture of each kind that is uploaded is seen on the board', async () => {
  onTestFailed(() => browser.shoot('uploads'));
  const { page } = artist;
  await page.goto(`${demo.url}/boards/${demo.access.boardId}`);
  const files = await Promise.all(
    Object.values(kinds).map(async ([name, encode]) => ({
      name,
      mimeType: '',
      buffer: await encode(
        sharp({ create: { width: 320, height: 200, channels: 3, background: '#3a7' } }),
      ).toBuffer(),
    })),
  );
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: texts.board.addPictures }).click(),
  ]);
  await chooser.setFiles(files);
  const strip = page.getByRole('navigation', { name: texts.board.frames });
  for (const { name } of files) {
    const entry = strip.getByRole('button', { name: new RegExp(`^\\d+ ${name.split('.')[0]}`, 'i') });
    const loaded = () =>
      entry.locator('img').evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth);
    await seen(entry).toBeVisible();
    await seen.poll(loaded).toBeGreaterThan(0);
  }
});

async function inSurround({ context }: Person, value: string): Promise<void> {
  await context.addCookies([{ name: surroundCookie, value, url: demo.url }]);
}

async function look(page: Page, path: string): Promise<void> {
  // To a place on the same page, a browser only scrolls.
  await page.goto('about:blank');
  await page.goto(demo.url + path);
  await seen(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  // The shapes of what comes are gone.
  await seen(page.locator('.animate-breathe')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect({ path, findings }).toEqual({ path, findings: [] });
}
