import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { findBrowser } from '../../tools/setup/findBrowser.mjs';
import { checkout } from '../checkout.ts';
import { chromium, films } from './playwright.ts';

/** Pictures are drawn by WebGL, which a machine without a graphics card does in software. */
const args = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where films lie: for people to look at, not in git. */
const filmsDir = join(checkout, '.cache/films');

export type Person = { readonly context: BrowserContext; readonly page: Page };

export type TestBrowser = {
  readonly browser: Browser;
  /** Somebody with cookies, a screen and a page of their own. Filmed under a name when one is given. */
  person(options?: BrowserContextOptions & { readonly film?: string }): Promise<Person>;
  /** What everybody sees just now, as pictures beside the films: for whoever looks for why a test failed. */
  shoot(name: string): Promise<void>;
  close(): Promise<void>;
};

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const satisfies BrowserContextOptions;

/** Three boards drawn in software on two cores, filmed: what takes a blink elsewhere may take long. */
const limitMs = 120_000;

/** Marching ants would keep all of that busy for ever. */
const stillness = { reducedMotion: 'reduce' } as const satisfies BrowserContextOptions;

const desktop = { viewport: { width: 1440, height: 900 } } as const satisfies BrowserContextOptions;

export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = await findBrowser(process.env);
  if (!executablePath) throw new Error('No browser; npm test says what to install.');
  const browser = await chromium.launch({ executablePath, args });
  const saved: Promise<unknown>[] = [];
  return {
    browser,
    async person({ film, ...options } = {}) {
      const size = options.viewport ?? desktop.viewport;
      const recordVideo = film && films ? { recordVideo: { dir: filmsDir, size } } : {};
      const context = await browser.newContext({ ...desktop, ...options, ...stillness, ...recordVideo });
      context.setDefaultTimeout(limitMs);
      const page = await context.newPage();
      const video = page.video();
      if (film && video) page.once('close', () => saved.push(video.saveAs(join(filmsDir, `${film}.webm`))));
      return { context, page };
    },
    async shoot(name) {
      const pages = browser.contexts().flatMap((context) => context.pages());
      const paths = pages.map((_, at) => join(filmsDir, `${name}-${at + 1}.png`));
      await Promise.all(pages.map((page, at) => page.screenshot({ path: paths[at] ?? '' })));
    },
    async close() {
      await mkdir(filmsDir, { recursive: true });
      for (const context of browser.contexts()) await context.close();
      await Promise.all(saved);
      await browser.close();
    },
  };
}
