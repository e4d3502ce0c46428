import { filmDir } from '../../tools/setup/ensureBrowser.mjs';

/** Where Playwright finds something to film with; null: nothing is filmed, and npm test has said so. */
export const films = await filmDir();
// It reads its environment when it is loaded: whoever needs it takes it from here.
if (films) process.env.PLAYWRIGHT_BROWSERS_PATH = films;

export const { chromium, expect: seen } = await import('@playwright/test');
