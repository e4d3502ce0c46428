import { aStudio } from '@pinpaint/actions/testing';
import { createDb } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type ProjectId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openApiDocument } from './app.ts';
import { type Ask, openTestApi } from './testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const studio = await aStudio(api.ctx);
const { owner, artist } = studio.people;

describe('every answer', () => {
  it('carries its request’s id and forbids a browser whatever it need not do', async () => {
    const { headers } = await api.ask('GET /me', { as: owner.token });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('takes a proxy’s name for the request, unless that is no name', async () => {
    const named = await api.ask('GET /me', { headers: { 'x-request-id': 'proxy-12345' } });
    expect(named.headers.get('x-request-id')).toBe('proxy-12345');
    const odd = await api.ask('GET /me', { headers: { 'x-request-id': 'a b<script>' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a problem', () => {
  it.each([
    ['GET /me', {}, 401, 'auth.missing'],
    ['GET /me', { as: 'ppt_nonsense' }, 401, 'auth.invalid'],
    ['GET /nowhere', { as: 'owner' }, 404, 'request.unknown-path'],
    ['DELETE /projects', { as: 'owner' }, 405, 'request.wrong-method'],
    ['GET /projects/not-an-id', { as: 'owner' }, 400, 'request.wrong-input'],
    ['GET /projects?limit=999999', { as: 'owner' }, 400, 'request.wrong-input'],
    ['GET /projects?after=%00', { as: 'owner' }, 400, 'request.wrong-input'],
    ['POST /projects', { as: 'owner', json: {}, key: null }, 400, 'request.no-idempotency-key'],
    ['POST /projects', { as: 'owner', json: {}, key: 'ä' }, 400, 'request.no-idempotency-key'],
    ['POST /projects', { as: 'owner', json: {}, key: 'k'.repeat(201) }, 400, 'request.no-idempotency-key'],
    ['POST /projects', { as: 'owner', json: [] }, 400, 'request.wrong-input'],
    ['POST /projects', { as: 'owner', json: null }, 400, 'request.wrong-input'],
    ['POST /projects', { as: 'owner', body: 'name=x' }, 415, 'request.wrong-media-type'],
    ['POST /projects', { as: 'owner', ...jsonText('{"name":') }, 400, 'request.not-json'],
    ['POST /projects', { as: 'owner', ...jsonText('\u0000') }, 400, 'request.not-json'],
    ['GET /worker/anything', { as: 'owner' }, 401, 'auth.invalid'],
  ] as const)('of %s with %j is %i %s', async (what, { as, ...ask }: Ask, status, code) => {
    const answer = await api.ask(what, { ...ask, ...(as ? { as: as === 'owner' ? owner.token : as } : {}) });
    expect([answer.status, answer.json]).toMatchObject([
      status,
      { type: `urn:pinpaint:problem:${code}`, code, status, title: expect.any(String) },
    ]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('of a cursor that is none is a wrong input, on every list there is', async () => {
    const lists = Object.entries(openApiDocument().paths ?? {}).filter(
      ([path, { get }]) =>
        /"name":"after"/.test(JSON.stringify(get?.parameters)) && !path.includes('/worker/'),
    );
    expect(lists.length).toBeGreaterThan(8);
    for (const [path] of lists) {
      const what = `GET ${path.replace('/api/v1', '').replace(/\{\w+\}/g, () => newId())}?after=zz`;
      const { json } = await api.ask(what, { as: owner.token });
      expect([path, json.code]).toEqual([path, 'request.wrong-input']);
    }
  });

  it('says which methods a path knows', async () => {
    const { headers } = await api.ask('DELETE /projects', { as: owner.token });
    expect(headers.get('allow')).toBe('GET, POST');
  });

  it('of a database that does not answer is no fault of the request', async () => {
    const db = createDb('postgres://nobody:none@127.0.0.1:1/nothing');
    const { createApi } = await import('./app.ts');
    const app = createApi({ ...api.ctx, db }, { log: { error: ignored, debug: ignored } } as never);
    const authorization = `Bearer ${owner.token}`;
    const answer = await app.request('/api/v1/me', { headers: { authorization } });
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'server.database-away' }]);
    expect(answer.headers.get('retry-after')).toBe('2');
    await db.$disconnect();
  });

  it('of a fault says the request’s id and nothing of the fault', async () => {
    const broken = { ...api.ctx, db: null };
    const { createApi } = await import('./app.ts');
    const lines: unknown[] = [];
    const log = { error: (fields: unknown) => lines.push(fields), debug: ignored };
    const app = createApi(broken as never, { log } as never);
    const answer = await app.request('/api/v1/me', {
      headers: { authorization: `Bearer ${owner.token}`, 'x-request-id': 'request-1' },
    });
    expect([answer.status, await answer.json()]).toEqual([
      500,
      {
        type: 'urn:pinpaint:problem:server.fault',
        title: 'Something went wrong here.',
        status: 500,
        code: 'server.fault',
        requestId: 'request-1',
      },
    ]);
    expect(lines).toHaveLength(1);
  });
});

describe('a hostile body', () => {
  const create = (json: unknown) => api.ask('POST /projects', { as: artist.token, json });
  const id = () => newId<ProjectId>();

  it.each([
    ['a name of 100 kB', { name: 'x'.repeat(100_000) }, 400],
    ['a name of 300 characters', { name: 'x'.repeat(300) }, 422],
    ['a name of nothing but space', { name: ' \t\n ' }, 422],
    ['a name that is a number', { name: 7 }, 400],
    ['a name that is an object', { name: { toString: 'x' } }, 400],
    ['a name with a NUL', { name: 'a\u0000b' }, 400],
    ['a name with half a pair', { name: 'a\ud800b' }, 400],
    ['an id of another version', { name: 'x', id: '00000000-0000-4000-8000-000000000000' }, 400],
    ['a policy nobody knows', { name: 'x', policy: { start: 'always' } }, 400],
  ])('with %s changes nothing', async (_, wish, status) => {
    const before = await api.ctx.db.project.count();
    expect((await create({ id: id(), ...wish })).status).toBe(status);
    expect(await api.ctx.db.project.count()).toBe(before);
  });

  it('keeps a name with an escaped backslash before u0000: that is text', async () => {
    const { status, json } = await create({ id: id(), name: 'a\\u0000b' });
    expect([status, json.name]).toEqual([201, 'a\\u0000b']);
  });

  it('nested a hundred thousand deep is input like any other', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const answer = await api.ask('POST /projects', {
      as: artist.token,
      ...jsonText(`{"id":"${id()}","name":"deep","extra":${deep}}`),
    });
    expect(answer.status).toBe(201);
  });

  it.each([5, 40])('of %i MiB is too large', async (mebibytes) => {
    const answer = await create({ id: id(), name: 'x'.repeat(mebibytes * 1024 * 1024) });
    expect([answer.status, answer.json.code]).toEqual([413, 'request.too-large']);
  });

  it('does not reach into objects by their prototype', async () => {
    const answer = await api.ask('POST /projects', {
      as: artist.token,
      ...jsonText(`{"id":"${id()}","name":"p","__proto__":{"archivedAt":"2020-01-01T00:00:00Z"}}`),
    });
    expect([answer.status, answer.json.archivedAt]).toEqual([201, null]);
  });
});

describe('the document and its page', () => {
  it('is OpenAPI 3.1 and asks every POST of people for a key', async () => {
    const { status, json } = await api.ask('GET /openapi.json');
    expect([status, json.openapi]).toEqual([200, '3.1.0']);
    expect(json.paths['/api/v1/projects'].post.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', required: true }),
    );
  });

  it('loads nothing from anywhere else and runs nothing inline', async () => {
    const answer = await api.fetch('GET /docs');
    const html = await answer.text();
    expect(html).toContain('<title>Pinpaint API</title>');
    expect(html).not.toMatch(/https?:|<script>|\son\w+=/);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    const parts = [...html.matchAll(/(?:src|href)="\/api\/v1([^"]+)"/g)].map(([, path]) => path);
    expect(parts).toHaveLength(4);
    for (const path of parts) expect((await api.fetch(`GET ${path}`)).status).toBe(200);
  });
});

function jsonText(body: string) {
  return { body, headers: { 'content-type': 'application/json' } };
}

function ignored(): void {}
