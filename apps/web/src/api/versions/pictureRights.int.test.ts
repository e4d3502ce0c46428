import { createHash } from 'node:crypto';
import { decideVersion, setLock, submitVersion } from '@pinpaint/actions';
import {
  aBoard,
  aGuest,
  aLayer,
  aLink,
  aPerson,
  aProject,
  aReadyFrame,
  aStudio,
  proven,
  valueFrom,
} from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import {
  type Action,
  type ActorRole,
  type LockId,
  may,
  newId,
  type PersonId,
  type RenditionId,
  roles,
} from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../app.ts';
import { type Ask, openTestApi } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { people, studioId } = studio;
const board = await aBoard(ctx, studio);
const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: board.projectId }));
const tokenOf = (role: ActorRole) => (role === 'guest' ? guest.token : people[role].token);
const rect = { x: 10, y: 10, width: 20, height: 20 };
const png = await asPng(aPicture());
const mask = createHash('sha256').update('mask').digest('hex');
await ctx.db.blob.create({ data: { studioId, digest: mask, bytes: 1n, mediaType: 'image/png' } });

/** A frame with a lock, a version in review with a layer, and a rendition of it. Blobs exist in name only. */
async function aPlace(state: 'draft' | 'submitted' | 'approved' = 'submitted') {
  const { artist } = people;
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
  const lockId = newId<LockId>();
  const region = { kind: 'raster', rect, mask } as const;
  valueFrom(await setLock(ctx, artist.actor, { id: lockId, frameId, name: 'logo', region }));
  const { versionId, layerId } = await aLayer(ctx, studio, { frameId, rect });
  const place = { frameId, lockId, versionId, layerId, digest: '', renditionId: newId<RenditionId>() };
  if (state === 'draft') return place;
  const { digest } = valueFrom(await submitVersion(ctx, artist.actor, { versionId }));
  await proven(ctx, studio, { versionId });
  if (state === 'approved') {
    const decision = { versionId, digest: digest ?? '', kind: 'approve', comment: null } as const;
    valueFrom(await decideVersion(ctx, people.director.actor, decision));
  }
  const row = { studioId, versionId, digest: digest ?? '', format: 'png', blobDigest: mask };
  await ctx.db.rendition.create({ data: { id: place.renditionId, ...row, state: 'ready' } });
  return { ...place, digest: digest ?? '' };
}

type Place = Awaited<ReturnType<typeof aPlace>>;
type Case = {
  readonly action: Action;
  /** What the route changes; a read can share its place with others. */
  readonly changes?: 'draft' | 'submitted' | 'approved';
  readonly ask?: (place: Place) => Ask;
};

const region = { kind: 'rectangle', ...rect };
const json = (body: (place: Place) => object) => (place: Place) => ({ json: body(place) });
const read = (action: Action): Case => ({ action });

/** Every route about pictures, by the right it needs. */
const cases: Readonly<Record<string, Case>> = {
  'POST /boards/{boardId}/frames?id=new&name=a': {
    action: 'frame.upload',
    changes: 'submitted',
    ask: () => ({ body: Buffer.from(png), headers: { 'content-type': 'application/octet-stream' } }),
  },
  'GET /boards/{boardId}/frames': read('frame.read'),
  'GET /frames/{frameId}': read('frame.read'),
  'PATCH /frames/{frameId}': {
    action: 'frame.manage',
    changes: 'submitted',
    ask: json(() => ({ archived: true })),
  },
  'GET /frames/{frameId}/thumbnail': read('frame.read'),
  'GET /frames/{frameId}/master': read('frame.read'),
  'GET /frames/{frameId}/tiles': read('frame.read'),
  'GET /frames/{frameId}/tiles/{level}/{x}/{y}': read('frame.read'),
  'GET /versions/{versionId}/tiles': read('version.read'),
  'GET /versions/{versionId}/tiles/{level}/{x}/{y}': read('version.read'),
  'POST /frames/{frameId}/locks': {
    action: 'lock.set',
    changes: 'submitted',
    ask: json(() => ({ id: newId(), name: 'logo', region })),
  },
  'GET /frames/{frameId}/locks': read('lock.read'),
  'DELETE /locks/{lockId}': { action: 'lock.remove', changes: 'submitted' },
  'GET /frames/{frameId}/versions': read('version.read'),
  'GET /versions/{versionId}': read('version.read'),
  'POST /frames/{frameId}/draft': { action: 'layer.change', changes: 'submitted' },
  'GET /versions/{versionId}/thumbnail': read('version.read'),
  'POST /versions/{versionId}/submit': { action: 'version.submit', changes: 'draft' },
  'POST /versions/{versionId}/withdraw': { action: 'version.withdraw', changes: 'submitted' },
  'POST /versions/{versionId}/discard': { action: 'version.discard', changes: 'draft' },
  'POST /versions/{versionId}/decision': {
    action: 'version.decide',
    changes: 'submitted',
    ask: json(({ digest }) => ({ kind: 'approve', digest })),
  },
  'POST /versions/{versionId}/sign-off': {
    action: 'version.signOff',
    changes: 'submitted',
    ask: json(({ digest }) => ({ kind: 'sign_off', digest })),
  },
  'GET /versions/{versionId}/evidence': read('version.read'),
  'GET /versions/{versionId}/verify': read('version.read'),
  'GET /versions/{versionId}/master': read('version.read'),
  'GET /versions/{versionId}/result': read('version.read'),
  'GET /versions/{versionId}/permitted/{n}': read('version.read'),
  'GET /versions/{versionId}/lock-masks/{n}': read('version.read'),
  'PATCH /versions/{versionId}/layers/{layerId}': {
    action: 'layer.change',
    changes: 'draft',
    ask: json(() => ({ visible: false })),
  },
  'DELETE /versions/{versionId}/layers/{layerId}': { action: 'layer.change', changes: 'draft' },
  'PUT /versions/{versionId}/layers': {
    action: 'layer.change',
    changes: 'draft',
    ask: json(({ layerId }) => ({ order: [layerId] })),
  },
  'GET /versions/{versionId}/layers/{layerId}/{part}': read('version.read'),
  'POST /versions/{versionId}/renditions': {
    action: 'rendition.make',
    changes: 'approved',
    ask: json(() => ({ format: 'tiff' })),
  },
  'GET /versions/{versionId}/renditions': read('rendition.read'),
  'GET /renditions/{renditionId}': read('rendition.read'),
  'GET /renditions/{renditionId}/file': read('rendition.read'),
};

const shared = await aPlace();
const fixed = { boardId: board.id, level: 0, x: 0, y: 0, n: 0, part: 'alpha' };

async function askAs(route: string, as: string) {
  const { changes, ask } = cases[route] as Case;
  const place = changes ? await aPlace(changes) : shared;
  const ids: Readonly<Record<string, string | number>> = { ...fixed, ...place };
  const what = route
    .replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name]))
    .replace('id=new', `id=${newId()}`);
  const before = await ctx.db.ledgerEvent.count();
  const answer = await api.ask(what, { as, ...ask?.(place) });
  return { ...answer, events: (await ctx.db.ledgerEvent.count()) - before };
}

const routes = Object.keys(cases);

it('knows every route about pictures there is', () => {
  const tags = ['Frames', 'Tiles', 'Versions', 'Layers', 'Locks', 'Renditions', 'Proof'];
  const operations = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { tags: string[] }>)
      .filter(
        ([
          ,
          {
            tags: [tag = ''],
          },
        ]) => tags.includes(tag),
      )
      .map(([method]) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`),
  );
  expect(operations.length).toBeGreaterThan(30);
  expect(operations.sort()).toEqual(routes.map((route) => route.replace(/\?.*/, '')).sort());
});

describe.each([...roles, 'guest'] as const)('as %s', (role) => {
  it.each(routes)('%s is what the table says', async (route) => {
    const { action, changes } = cases[route] as Case;
    const { status, json, events } = await askAs(route, tokenOf(role));
    if (may(role, action)) {
      // What exists in name only can't be sent, but whoever hears that has been let in.
      expect(status < 300 || json.code === 'blob.missing', `${route}: ${status} ${json?.code}`).toBe(true);
      if (changes) expect(events).toBeGreaterThan(0);
    } else {
      expect([403, 404]).toContain(status);
      expect(events).toBe(0);
    }
  });
});

describe('what belongs to one studio, project or link', () => {
  it('does not exist for another: no route says a thing or changes one', async () => {
    const other = await aStudio(ctx);
    const elsewhere = await aProject(ctx, studio);
    const strangers = {
      'the owner of another studio': other.people.owner.token,
      'a guest of another project': (await aGuest(ctx, await aLink(ctx, studio, { projectId: elsewhere.id })))
        .token,
      'a guest of another board': (
        await aGuest(
          ctx,
          await aLink(ctx, studio, {
            projectId: board.projectId,
            boardId: (await aBoard(ctx, studio, { projectId: board.projectId })).id,
          }),
        )
      ).token,
      'a director of another project alone': await directorOf(elsewhere.id),
    };
    const leaks: string[] = [];
    for (const [who, token] of Object.entries(strangers)) {
      for (const route of routes) {
        const { status, json, events } = await askAs(route, token);
        const isHidden = status === 404 && /\.not-found$/.test(json.code) && events === 0;
        if (!isHidden) leaks.push(`${who}: ${route} was ${status} ${json?.code}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  it('is not reached by its id in another’s path', async () => {
    const other = await aPlace();
    for (const path of [`${shared.versionId}/layers/${other.layerId}/patch`]) {
      const { status, json } = await api.ask(`GET /versions/${path}`, { as: people.owner.token });
      expect([status, json.code]).toEqual([404, 'layer.not-found']);
    }
    const draft = await aPlace('draft');
    const hide = { as: people.owner.token, json: { visible: false } };
    const answer = await api.ask(`PATCH /versions/${draft.versionId}/layers/${other.layerId}`, hide);
    expect([answer.status, answer.json.code]).toEqual([404, 'layer.not-found']);
  });
});

async function directorOf(projectId: string): Promise<string> {
  const email = `${newId()}@example.test`.toLowerCase();
  const wish = { id: newId(), email, name: 'director', role: 'director', projectId };
  await api.ask('POST /members', { as: people.owner.token, json: wish });
  const { id } = await ctx.db.person.findUniqueOrThrow({ where: { email } });
  return (await aPerson(ctx, studioId, { personId: id as PersonId, email })).token;
}
