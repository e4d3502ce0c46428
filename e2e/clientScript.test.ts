import { gzipSync } from 'node:zlib';
import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, expect, it } from 'vitest';
import { en } from '../apps/web/src/text/en.ts';
import { WebProcess } from './WebProcess.ts';

const { url } = await createTestDatabase();
const web = await WebProcess.start(url);
afterAll(() => web.stop());

/** For a slow phone: about 140 of it are React and Next. */
const budgetBytes = 180_000;

/** Every script that the page names, those it loads when it runs among them, without what only browsers without modules load. */
async function scriptsOf(path: string): Promise<readonly string[]> {
  const text = (await web.ask(path)).text.replace(/<script[^>]* noModule[^>]*>/gi, '');
  const names = new Set(text.match(/static\/chunks\/[\w./~-]+\.js/g));
  return Promise.all([...names].map(async (name) => (await web.ask(`/_next/${name}`)).text));
}

it('the client’s page brings no more script than a slow phone should load, and no word of the studio’s', async () => {
  const scripts = await scriptsOf('/r/none');
  expect(scripts.length).toBeGreaterThan(4);
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(budgetBytes);
  const all = scripts.join();
  const says = (words: string) => all.includes(words);
  expect(says(en.client.note.title)).toBe(true);
  expect([en.signIn.lookIntoMail, en.home.waiting, en.tour.title].filter(says)).toEqual([]);
});
