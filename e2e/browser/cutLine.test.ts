import { newId } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { texts } from '../../apps/web/src/text/texts.ts';
import { bowl, bowlNote, circleAndSend, enterByLink } from './asClient.ts';
import { aVersionInReview } from './aVersionInReview.ts';
import { openBrowser, type Person, phone } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { type Line, openLine } from './openLine.ts';
import { seen } from './playwright.ts';
import { settledBox } from './settled.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const lines: Line[] = [];

afterAll(async () => {
  await browser.close();
  await Promise.all(lines.map((line) => line.close()));
  await demo.stop();
});

/** What people leave a tunnel after. */
const tunnelMs = 10_000;

async function aLine(): Promise<Line> {
  const line = await openLine(demo.url);
  lines.push(line);
  return line;
}

const pinsOf = async (name: string) =>
  (await demo.as('artist')(`GET /frames/${demo.frameId(name)}/pins`)).json.items;

async function boardThrough(line: Line, role: 'artist' | 'director', query: string): Promise<Person> {
  const person = await browser.person();
  await demo.signIn(person, role, line.url);
  await person.page.goto(`${line.url}/boards/${demo.access.boardId}${query}`);
  await seen(person.page.getByRole('button', { name: '6 Meadow', exact: true }).first()).toBeAttached();
  await seen(person.page.getByText(texts.board.saved)).toBeVisible();
  return person;
}

it('a client’s note, and their answer, that are sent in a tunnel arrive once', async () => {
  onTestFailed(() => browser.shoot('cut-client'));
  const line = await aLine();
  const { page } = await browser.person(phone);
  await enterByLink(page, `${line.url}/r/${demo.access.reviewToken}`);
  await page.getByRole('link', { name: new RegExp(bowl.name) }).tap();
  const picture = page.getByRole('img', { name: bowl.name, exact: true });
  const isLoaded = (img: Element) => img instanceof HTMLImageElement && img.naturalWidth > 0;
  await seen.poll(() => picture.evaluate(isLoaded)).toBe(true);
  // The studio's own notes are not shown to clients, but counted.
  const own = { id: newId(), region: { kind: 'none' }, note: 'to be printed' };
  await demo.as('artist')(`POST /frames/${demo.frameId(bowl.name)}/pins`, own);
  await page.reload();
  await seen.poll(() => picture.evaluate(isLoaded)).toBe(true);
  line.cut();
  await circleAndSend(page, await bowlNote());
  await seen(page.getByText(texts.client.outbox.waiting).first()).toBeVisible();
  await seen(page.getByRole('img', { name: /^Note 2,/ })).toBeVisible();
  await page.waitForTimeout(tunnelMs);
  expect(await pinsOf(bowl.name)).toHaveLength(1);
  line.mend();
  await seen(page.getByText(texts.client.outbox.waiting)).toHaveCount(0);
  await seen(page.getByText(texts.client.waitingToSend(1))).toHaveCount(0);
  const [, pin, ...others] = await pinsOf(bowl.name);
  expect([pin?.number, others]).toEqual([2, []]);

  // In the next tunnel they answer, in a thread that could not be read yet.
  line.cut();
  const { answer, sendAnswer } = texts.client.pin;
  await page.getByRole('button', { name: /^Note 2,/ }).tap();
  await page.getByRole('textbox', { name: answer }).fill('As blue as the sea');
  await page.getByRole('button', { name: sendAnswer, exact: true }).tap();
  await seen(page.getByText('As blue as the sea')).toBeVisible();
  line.mend();
  await seen(page.getByText(/waiting to be sent/i)).toHaveCount(0);
  const { items } = (await demo.as('artist')(`GET /pins/${pin.id}/messages`)).json;
  expect(items.map(({ text }: { text: string }) => text)).toEqual(['As blue as the sea']);
});

it('what an artist does in a tunnel is said to wait, and is kept once', async () => {
  onTestFailed(() => browser.shoot('cut-artist'));
  const line = await aLine();
  const frameId = demo.frameId('Hills');
  const { page } = await boardThrough(line, 'artist', `?frame=${frameId}`);
  line.cut();
  await seen(page.getByText(texts.board.offline).first()).toBeVisible();
  // The picture a little to the right, and a pin in its middle.
  await page.getByRole('button', { name: '4 Hills', exact: true }).press('ArrowRight');
  await page.getByRole('button', { name: texts.board.toolNames.pin, exact: true }).click();
  await settledBox(page.locator(`div[data-frame="${frameId}"]`).first());
  const box = await settledBox(page.getByRole('region', { name: texts.canvas.label('Autumn film') }));
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByRole('textbox', { name: texts.canvas.noteTitle }).fill('take out the dark pine tree');
  await page.getByRole('button', { name: texts.canvas.placePin }).click();
  await seen(page.getByText(/Offline, \d+ waiting/).first()).toBeVisible();
  await page.waitForTimeout(tunnelMs);
  expect(await pinsOf('Hills')).toEqual([]);
  line.mend();
  await seen(page.getByText(texts.board.saved)).toBeVisible();
  expect(await pinsOf('Hills')).toHaveLength(1);
});

it('a director who decides in a tunnel is told, and decides once it is over', async () => {
  onTestFailed(() => browser.shoot('cut-director'));
  const line = await aLine();
  const versionId = await aVersionInReview(demo, 'Coffee');
  const { page } = await boardThrough(line, 'director', `?compare=${versionId}`);
  const decision = page.getByRole('region', { name: texts.compare.decision.label('v2') });
  const approve = decision.getByRole('button', { name: texts.compare.decision.approve('v2') });
  await seen(approve).toBeEnabled();
  line.cut();
  await approve.click();
  await page.waitForTimeout(tunnelMs);
  expect((await demo.as('director')(`GET /versions/${versionId}`)).json.state).toBe('in_review');
  line.mend();
  await seen(page.getByText(texts.board.saved)).toBeVisible();
  await approve.click();
  await seen(page.getByText(texts.compare.decision.approved('v2')).first()).toBeVisible();
  const { decisions } = (await demo.as('director')(`GET /versions/${versionId}`)).json;
  expect(decisions).toHaveLength(1);
});
