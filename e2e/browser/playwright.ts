import { filmDir } from '../../tools/setup/ensureBrowser.mjs';

/** Where Playwright finds something to film with; null: nothing is filmed, and npm test has said so. */
export const films = await filmDir();
// It reads its environment when it is loaded: whoever needs it takes it from here.
if (films) process.env.PLAYWRIGHT_BROWSERS_PATH = films;

const { chromium, expect } = await import('@playwright/test');

export { chromium };

/** Waits for what a page shows; as long as the slowest machine needs. */
export const seen = expect.configure({ timeout: 120_000 });
