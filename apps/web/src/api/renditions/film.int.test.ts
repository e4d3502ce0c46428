import { createTestDatabase } from '@pinpaint/db/testing';
import type { VersionId } from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPictureStudio } from '../testing/openPictureStudio.ts';
import { type FakeService, startFake } from '../testing/startFake.ts';
import { until } from '../testing/until.ts';

const apiKey = 'AQ-an-operators-key-that-nobody-sees';
const model = 'veo-3.1-generate-001';
const prompt = 'the steam rises slowly, the camera stays still';
const longMs = 90_000;
const { url } = await createTestDatabase();
const heard: string[] = [];
let fake: FakeService;
let house: Awaited<ReturnType<typeof openPictureStudio>>;

beforeAll(async () => {
  fake = await startFake('veo');
  house = await openPictureStudio(url, {
    said: {
      VEO_API_KEY: apiKey,
      VEO_BASE_URL: fake.url,
      VEO_MODEL: `${model}=0.25`,
      VEO_CALLS_PER_MINUTE: '100',
    },
    hosted: { reader: null, film: { model, usdPerSecond: 0.25, callsPerMinute: 100 } },
    heard: (text) => heard.push(text),
  });
});
afterAll(async () => {
  await house?.stop();
  await fake?.stop();
});
beforeEach(() => fake.behave({ kind: 'film', polls: 1 }));

const ask = (what: string, json?: object, as = house.as) =>
  house.api.ask(what, { as, ...(json && { json }) });

async function anApproved(): Promise<VersionId> {
  const version = await house.aVersion();
  await house.approve(version);
  return version.versionId;
}

const film = { kind: 'film', prompt, seconds: 8 } as const;
const make = (versionId: VersionId, steps: readonly object[] = [film]) =>
  ask(`POST /versions/${versionId}/renditions/steps`, { steps });

async function ended(id: string) {
  const look = async () => {
    const { json } = await ask(`GET /renditions/${id}`);
    return json.state !== 'queued' && json;
  };
  return until('it is made, or will not be', look, longMs);
}

async function begunAs(id: string): Promise<string> {
  const { db } = house.api.ctx;
  const look = async () => {
    const row = await db.rendition.findUniqueOrThrow({ where: { id } });
    return (row.operation as { name: string | null }).name;
  };
  return until('it is begun', look, longMs);
}

const charged = async (subjectId: string) =>
  (await house.api.ctx.db.charge.findMany({ where: { subjectId } })).map(({ usd }) => usd);

/** What the renderer has said of one so far. */
const linesOf = (renditionId: string) =>
  heard
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}') && line.includes(renditionId))
    .map((line) => JSON.parse(line));

test('a film of an approved version is made of it by a service, which says that none of it is exact', async () => {
  const versionId = await anApproved();
  const { json: estimate } = await ask(`GET /versions/${versionId}/renditions/film`);
  expect(estimate.film).toEqual({ model, usdPerSecond: 0.25 });
  const { status, json } = await make(versionId, [{ kind: 'refine', amount: 0.4 }, film]);
  expect(status).toBe(202);
  const [refined, asked] = json.items;
  const made = await ended(asked.id);
  expect(made).toMatchObject({
    state: 'ready',
    parentId: refined.id,
    format: 'mp4',
    provenance: { engine: 'veo', model, seconds: 8, generated: true, exactFrames: 0 },
  });
  expect(await charged(asked.id)).toEqual([2]);
  const { items } = (await ask(`GET /boards/${house.board.id}/charges`)).json;
  expect(items).toEqual([expect.objectContaining({ kind: 'film', pinId: null, usd: 2 })]);
  const { json: theirs } = await ask(`GET /renditions/${asked.id}`, undefined, house.guest.token);
  expect(theirs).toMatchObject({ state: 'ready', provenance: null, step: { prompt: '' } });
  const events = await house.api.ctx.db.ledgerEvent.findMany({
    where: { subjectId: asked.id },
    orderBy: { seq: 'asc' },
  });
  expect(events.map(({ topic }) => topic)).toEqual(['rendition.queued', 'rendition.made']);
  expect(events[1]?.payload).toMatchObject({ usd: 2 });
});

test('when the renderer is killed in the midst, the next one waits for the same film and asks for no other', async () => {
  await fake.behave({ kind: 'never' });
  const { json } = await make(await anApproved());
  const [{ id }] = json.items;
  const name = await begunAs(id);
  await house.restartRenderer();
  await fake.behave({ kind: 'film', polls: 1 });
  expect(await ended(id)).toMatchObject({ state: 'ready', provenance: { operation: name } });
  expect(await charged(id)).toEqual([2]);
});

test('one that may have been asked for is not asked for again; made anew, it is another', async () => {
  await fake.behave({ kind: 'hang' });
  const versionId = await anApproved();
  const { json } = await make(versionId);
  const [{ id }] = json.items;
  const { db } = house.api.ctx;
  await until(
    'it is being asked for',
    async () => (await db.charge.findFirst({ where: { subjectId: id } }))?.begunAt,
  );
  await house.restartRenderer();
  expect(await ended(id)).toMatchObject({ state: 'failed', failureCode: 'film.maybe-billed' });
  expect(await charged(id)).toEqual([2]);
  await fake.behave({ kind: 'film', polls: 1 });
  await make(versionId);
  expect(await ended(id)).toMatchObject({ state: 'ready' });
  expect(await charged(id)).toEqual([2, 2]);
});

test.each<[string, object, RegExp, number]>([
  ['engine.refused', { kind: 'refuse' }, /shows a person/, 0],
  ['engine.request-refused', { kind: 'status', status: 400 }, /\[key\]/, 0],
  ['engine.service-down', { kind: 'status', status: 500 }, /not able/, 2],
  ['engine.not-understood', { kind: 'no-film' }, /no film/, 2],
  ['engine.too-large', { kind: 'huge' }, /larger than/, 2],
])('it ends as %s, and says what it came to', async (code, behaviour, says, usd) => {
  await fake.behave(behaviour);
  const { json } = await make(await anApproved());
  const [{ id }] = json.items;
  const made = await ended(id);
  expect(made).toMatchObject({ state: 'failed', failureCode: code });
  expect(made.failureSays).toMatch(says);
  const line = await until('the renderer says so', async () => linesOf(id).find(({ code: c }) => c === code));
  expect(line).toMatchObject({ level: 'warn', renditionId: id, studioId: house.studio.studioId });
  expect(line.says).toMatch(says);
  expect(await charged(id)).toEqual([usd]);
});

test('cancelled before it was asked for it costs nothing; afterwards what it costs', async () => {
  await fake.behave({ kind: 'never' });
  const first = (await make(await anApproved())).json.items[0];
  await begunAs(first.id);
  // The renderer waits for the first one.
  const second = (await make(await anApproved())).json.items[0];
  for (const { id } of [second, first]) await ask(`POST /renditions/${id}/cancel`, {});
  expect(await charged(second.id)).toEqual([]);
  expect(await charged(first.id)).toEqual([2]);
  await fake.behave({ kind: 'film', polls: 1 });
  const [{ id }] = (await make(await anApproved())).json.items;
  expect(await ended(id)).toMatchObject({ state: 'ready' });
});

test('without words nothing is made nor booked, and what stands around them makes no other film', async () => {
  const versionId = await anApproved();
  const charges = () => house.api.ctx.db.charge.count();
  const before = await charges();
  for (const none of ['', ' \n '])
    expect(await make(versionId, [{ ...film, prompt: none }])).toMatchObject({
      status: 422,
      json: { code: 'film.no-words' },
    });
  expect(await charges()).toBe(before);
  const first = (await make(versionId)).json.items[0];
  const again = (await make(versionId, [{ ...film, prompt: `  ${prompt}\n` }])).json.items[0];
  expect(again).toMatchObject({ id: first.id, step: { prompt } });
  expect(await ended(first.id)).toMatchObject({ state: 'ready' });
  expect(await charges()).toBe(before + 1);
});

test('nothing is asked for beyond a limit', async () => {
  const versionId = await anApproved();
  const { json: project } = await ask(`GET /projects/${house.board.projectId}`);
  const policy = { ...project.policy, usdLimit: 1 };
  await ask(`PATCH /projects/${house.board.projectId}`, { policy }, house.studio.people.director.token);
  expect(await make(versionId)).toMatchObject({ status: 409, json: { code: 'project.limit-reached' } });
});

test('the key is nowhere, nor what somebody wrote in the chain or the log', async () => {
  const { db } = house.api.ctx;
  const [events, ...rows] = await Promise.all([
    db.ledgerEvent.findMany(),
    db.rendition.findMany(),
    db.charge.findMany(),
  ]);
  const all = JSON.stringify([events, rows], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(all).toContain(model);
  expect(all).not.toContain(apiKey);
  expect(JSON.stringify(events)).not.toContain(prompt);
  expect(heard.join('')).not.toContain(apiKey);
  expect(heard.join('')).not.toContain(prompt);
});
