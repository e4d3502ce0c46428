import { afterAll, expect, it, onTestFailed } from 'vitest';
import { ApiClient } from '../../apps/cli/src/api/ApiClient.ts';
import { verifyVersion } from '../../apps/cli/src/verify/verifyVersion.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { bowl, bowlNote, circleAndSend, enterByLink } from './asClient.ts';
import { openBrowser, phone } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

it('a note becomes an approved version, live for three people', async () => {
  onTestFailed(() => browser.shoot('three-people'));
  const startedAt = Date.now();
  const client = await browser.person({ ...phone, film: 'client' });
  const artist = await browser.person({ film: 'artist' });
  const director = await browser.person({ film: 'director' });
  const frameId = demo.frameId(bowl.name);
  const board = `${demo.url}/boards/${demo.access.boardId}?frame=${frameId}`;

  // The client comes in by the link, without an account.
  await enterByLink(client.page, `${demo.url}/r/${demo.access.reviewToken}`);
  await demo.signIn(artist, 'artist');
  await artist.page.goto(board);
  await demo.signIn(director, 'director');
  await director.page.goto(board);
  const artistPins = artist.page.getByRole('list', { name: `1 ${bowl.name}` });
  await seen(artistPins).toBeAttached();

  // They circle the bowl and write.
  await circleAndSend(client.page, await bowlNote());

  // The artist's board shows it without a reload; the policy proposes by itself.
  await seen(artistPins.getByRole('button', { name: /Pin 1/ })).toBeAttached();
  await seen(client.page.getByText(texts.clientWords.beingWorkedOn).first()).toBeVisible();
  await artistPins.getByRole('button', { name: /Pin 1, proposed/ }).press('Enter');
  const strip = artist.page.getByRole('region', { name: texts.edit.candidates(1) });
  await seen(strip).toBeVisible();

  // The artist looks at the candidates on the picture, takes one, submits.
  await artist.page.keyboard.press('ArrowRight');
  await artist.page.keyboard.press('ArrowLeft');
  await strip.getByRole('button', { name: texts.edit.take('A') }).click();
  await artist.page.getByRole('button', { name: texts.edit.submit }).click();

  // The client compares under one finger and signs off.
  await seen(client.page.getByText(texts.client.version.title).first()).toBeVisible();
  const slider = client.page.getByRole('slider', { name: texts.client.version.slider });
  await seen(slider).toBeVisible();
  await slider.press('ArrowLeft');
  await client.page.getByRole('button', { name: texts.client.version.approve, exact: true }).tap();
  await seen(client.page.getByText(texts.client.version.youApproved(2)).first()).toBeVisible();

  await seen(client.page.getByText(texts.client.pin.withStudio).first()).toBeVisible();

  // The director sees the difference, the proof and the cost, and approves.
  const versions = (await demo.as('director')(`GET /frames/${frameId}/versions`)).json.items;
  // Nobody is asked to become who they are.
  await seen(director.page.getByRole('button', { name: texts.tour.lookAndDecide })).toBeVisible();
  await seen(director.page.getByRole('button', { name: texts.tour.continueAsDirector })).toHaveCount(0);
  const submitted = versions.find((version: { state: string }) => version.state === 'in_review');
  await director.page.goto(`${demo.url}/waiting`);
  await director.page.getByRole('link', { name: new RegExp(`^${texts.home.verbs.decide}`) }).click();
  await director.page.getByRole('radio', { name: texts.compare.modes.difference }).click();
  const decision = director.page.getByRole('region', { name: texts.compare.decision.label('v2') });
  await seen(decision.getByText(texts.compare.facts.outside('0')).first()).toBeVisible();
  await seen(decision.getByText(/\$0\.00/).first()).toBeVisible();
  await decision.getByRole('button', { name: texts.compare.decision.approve('v2') }).click();

  // All three screens agree.
  await seen(director.page.getByText(texts.compare.decision.approved('v2')).first()).toBeVisible();
  await seen(artistPins.getByRole('button', { name: /Pin 1, resolved/ })).toBeAttached();
  await seen(client.page.getByText(texts.client.version.final(2)).first()).toBeVisible();

  // What is served is what was proven and approved.
  const approved = (await demo.as('director')(`GET /versions/${submitted.id}`)).json;
  expect(approved.proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  expect(
    approved.decisions.map(({ kind, digest }: { kind: string; digest: string }) => [kind, digest]),
  ).toEqual(
    expect.arrayContaining([
      ['sign_off', approved.digest],
      ['approve', approved.digest],
    ]),
  );
  const token = demo.access.people.find(({ role }) => role === 'director')?.token ?? null;
  expect(await verifyVersion(new ApiClient(demo.url, token), submitted.id)).toMatchObject({ holds: true });
  console.log(`Three people took ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
});
