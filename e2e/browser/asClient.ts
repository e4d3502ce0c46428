import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fixturesDir } from '../../apps/cli/src/stack/checkout.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { drawWithFinger, onScreen } from './draw.ts';
import { seen } from './playwright.ts';

const words = texts.client;

export type Note = { readonly region: readonly (readonly [number, number])[]; readonly note: string };

export const bowl = { name: 'Fig bowl', size: { width: 2572, height: 1740 } };

/** The bowl, and what a client wants of it. */
export async function bowlNote(): Promise<Note> {
  const { cases } = JSON.parse(await readFile(join(fixturesDir, 'cases.json'), 'utf8'));
  return cases.find(({ id }: { id: string }) => id === 'bowl-blue');
}

/** By the link, without an account, up to the list of pictures. */
export async function enterByLink(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel(words.entry.name).fill('Client');
  await page.getByRole('button', { name: words.entry.enter }).tap();
  await page.getByRole('link', { name: new RegExp(bowl.name) }).waitFor();
}

/** Opens the picture, circles something on it with a finger, writes, sends. */
export async function circleAndSend(page: Page, { region, note }: Note): Promise<void> {
  await circle(page, region);
  await page.getByRole('textbox', { name: words.note.label }).fill(note);
  const send = page.getByRole('button', { name: words.note.send });
  // Right after a drawn line Chromium now and then makes no click of a made-up tap; people tap again.
  await seen(async () => {
    if (await send.isVisible()) await send.tap();
    await seen(send).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

async function circle(page: Page, region: Note['region']): Promise<void> {
  const link = page.getByRole('link', { name: new RegExp(bowl.name) });
  if (await link.isVisible()) await link.tap();
  const place = await onScreen(page.getByRole('img', { name: bowl.name, exact: true }), bowl.size);
  await drawWithFinger(page, region.map(place));
}
