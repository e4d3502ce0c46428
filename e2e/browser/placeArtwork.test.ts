import { type FrameId, newId, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { kitTexts } from '../../apps/web/src/text/kitTexts.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';
import { settledBox } from './settled.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const [artist, director] = [await browser.person(), await browser.person()];
await demo.signIn(artist, 'artist');
await demo.signIn(director, 'director');
const { page } = artist;
const board = `${demo.url}/boards/${demo.access.boardId}`;
const ask = demo.as('artist');
const frameId = demo.frameId('Coffee') as FrameId;
const { kit, place } = kitTexts;

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const drawing = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">${inside}</svg>`);
const label = drawing(
  '<rect width="60" height="40" fill="#fff"/><circle cx="30" cy="20" r="12" fill="#0b2a5b"/>',
);

async function openKit(at: typeof page) {
  await at.goto(board);
  await at.getByRole('button', { name: texts.board.more, exact: true }).click();
  await at.getByRole('menuitem', { name: texts.board.kit }).click();
  return at.getByRole('dialog', { name: kit.title });
}

async function addFiles(files: Readonly<Record<string, Buffer>>) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: kit.addArtwork }).click();
  const chosen = Object.entries(files).map(([name, buffer]) => ({ name, mimeType: 'image/svg+xml', buffer }));
  await (await chooser).setFiles(chosen);
}

it('a brand’s artworks and colours are brought by hand, and what can’t be placed says why', async () => {
  onTestFailed(() => browser.shoot('kit'));
  const dialog = await openKit(page);
  const elsewhere = await openKit(director.page);
  await seen(dialog.getByText(kit.noArtworks, { exact: true })).toBeVisible();
  // What is refused holds up none of the others that were chosen with it.
  await addFiles({ 'Bad.svg': drawing('<script>1</script>'), 'Northfold label.svg': label });
  await seen(dialog.getByText('Northfold label', { exact: true })).toBeVisible();
  await seen(dialog.getByRole('alert')).toContainText(/Bad\.svg.*scripts/);

  await dialog.getByRole('button', { name: kit.more('Northfold label') }).click();
  await page.getByRole('menuitem', { name: kit.rename }).click();
  await dialog.getByRole('textbox', { name: kit.name, exact: true }).fill('Front label');
  await page.keyboard.press('Enter');
  await seen(dialog.getByText('Front label', { exact: true })).toBeVisible();
  await seen(elsewhere.getByText('Front label', { exact: true })).toBeVisible();

  await dialog.getByRole('textbox', { name: kit.newColourName }).fill('Brand blue');
  await dialog.getByRole('textbox', { name: `${kit.newColour} #` }).fill('#0B2A5B');
  await dialog.getByRole('button', { name: kit.add, exact: true }).click();
  await seen(dialog.getByRole('textbox', { name: kit.colourName('Brand blue') })).toBeVisible();
  await page.keyboard.press('Escape');
  await seen(dialog).toHaveCount(0);
});

it('a note that names an artwork ends in it, where its corners were dragged and nudged to', async () => {
  onTestFailed(() => browser.shoot('place'));
  const id = newId<PinId>();
  const region = { kind: 'rectangle', x: 430, y: 250, width: 120, height: 90 };
  await ask(`POST /frames/${frameId}/pins`, { id, region, note: 'put the front label on the table' });
  await page.goto(`${board}?pin=${id}`);
  const panel = page.getByRole('region', { name: /^Edit for pin/ });
  await seen(panel.getByRole('radio', { name: 'Front label' })).toBeChecked();
  // Fitted to the region in its own shape: 120 × 80.
  const corner = (k: number, x: number, y: number) =>
    page.getByRole('button', { name: place.handle(place.corners[k] ?? '', x, y) });
  await seen(corner(0, 430, 255)).toBeVisible();

  await corner(2, 550, 335).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowLeft');
  await seen(corner(2, 540, 336)).toBeFocused();

  // The view may still be coming near; hovering waits until the corner is what would be taken.
  await corner(0, 430, 255).hover();
  const box = await settledBox(corner(0, 430, 255));
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.down();
  await page.mouse.move(x + 12, y + 9, { steps: 3 });
  await page.mouse.up();
  await seen(corner(0, 430, 255)).toHaveCount(0);
  await seen(page.getByRole('button', { name: new RegExp(place.corners[0] ?? '') })).toBeVisible();

  await panel.getByRole('radio', { name: place.surfaces.cylinder }).click();
  await seen(page.getByRole('button', { name: new RegExp(place.bends.top) })).toBeVisible();
  await panel.getByRole('radio', { name: place.surfaces.flat }).click();
  await panel.getByRole('button', { name: new RegExp(`^${texts.edit.run} `) }).click();
  await seen(page.getByRole('region', { name: /^Candidates for pin/ })).toBeVisible();
  await page.getByRole('button', { name: texts.edit.take('A') }).click();
  await seen(page.getByText(texts.edit.taken(2))).toBeVisible();

  const [edit] = (await ask(`GET /frames/${frameId}/edits`)).json.items;
  const { wish } = edit.intent;
  expect(wish).toMatchObject({ kind: 'place', artwork: { name: 'Front label' } });
  expect(wish.placement.surface.corners[2]).toEqual([540, 336]);
  const [candidate] = (await ask(`GET /edits/${edit.id}/candidates`)).json.items;
  expect(candidate).toMatchObject({ flags: [], proof: { changedOutside: 0, changedInLocks: 0 } });
  expect(candidate.proof.changedInside).toBeGreaterThan(1000);
});

it('corners that cross are said so, and nothing is run', async () => {
  onTestFailed(() => browser.shoot('place-crossed'));
  const id = newId<PinId>();
  const region = { kind: 'rectangle', x: 40, y: 250, width: 60, height: 40 };
  await ask(`POST /frames/${frameId}/pins`, { id, region, note: 'put the front label here' });
  await page.goto(`${board}?pin=${id}`);
  const first = page.getByRole('button', { name: new RegExp(place.corners[0] ?? '') });
  await first.focus();
  for (let k = 0; k < 8; k += 1) await page.keyboard.press('Shift+ArrowRight');
  for (let k = 0; k < 5; k += 1) await page.keyboard.press('Shift+ArrowDown');
  await seen(page.getByText(/^(?:The sides cross|It would be seen from behind)/)).toBeVisible();
  await seen(page.getByRole('button', { name: new RegExp(`^${texts.edit.run} `) })).toBeDisabled();
});

it('the brand’s colours are offered where one is chosen', async () => {
  onTestFailed(() => browser.shoot('place-swatches'));
  const id = newId<PinId>();
  const region = { kind: 'rectangle', x: 200, y: 150, width: 100, height: 80 };
  await ask(`POST /frames/${frameId}/pins`, { id, region, note: 'make the cup green' });
  await page.goto(`${board}?pin=${id}`);
  const panel = page.getByRole('region', { name: /^Edit for pin/ });
  await panel.getByRole('button', { name: texts.edit.change, exact: true }).click();
  await panel.getByRole('button', { name: 'Brand blue' }).click();
  const save = panel.getByRole('button', { name: texts.common.save });
  await save.click();
  await seen(save).toHaveCount(0);
  await seen(panel.getByText('Brand blue', { exact: true })).toBeVisible();
  const { reading } = (await ask(`GET /pins/${id}`)).json;
  expect(reading.wish.to).toEqual({ name: 'Brand blue', hex: '#0b2a5b' });
});
