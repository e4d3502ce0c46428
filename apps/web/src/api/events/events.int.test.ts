import { aBoard, aGuest, aLink, aProject, aStudio } from '@pinpaint/actions/testing';
import { type Deed, writing } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, ok, type PinId, topics } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;

describe('following by long poll', () => {
  it('gets every event once and in order, whatever twenty writers do meanwhile', async () => {
    const studio = await aStudio(ctx);
    const { owner, director } = studio.people;
    let after = (await api.ask('GET /events?after=head', { as: director.token })).json.upto;
    const expected = after + 20 * 5;
    const writers = Array.from({ length: 20 }, async () => {
      for (let turn = 0; turn < 5; turn += 1) await aProject(ctx, studio);
    });
    const seqs: number[] = [];
    while (after < expected) {
      const { json } = await api.ask(`GET /events?after=${after}&limit=7&wait=25`, { as: director.token });
      seqs.push(...json.items.map(({ seq }: { seq: number }) => seq));
      after = json.upto;
    }
    await Promise.all(writers);
    expect(seqs).toEqual(Array.from({ length: 100 }, (_, at) => expected - 99 + at));
    expect((await api.ask(`GET /events?after=${after}`, { as: owner.token })).json).toEqual({
      items: [],
      upto: after,
    });
  });

  it('answers as soon as something happens', async () => {
    const studio = await aStudio(ctx);
    const { token } = studio.people.viewer;
    const { upto } = (await api.ask('GET /events?after=head', { as: token })).json;
    const waiting = api.ask(`GET /events?after=${upto}&wait=25`, { as: token });
    const project = await aProject(ctx, studio);
    expect((await waiting).json.items).toMatchObject([
      { topic: 'project.created', subject: { kind: 'project', id: project.id }, projectId: project.id },
    ]);
  });

  it.each(['after=-1', 'after=1.5', 'after=x', 'limit=0', 'limit=201', 'wait=26', 'after=9007199254740993'])(
    'does not take %s',
    async (query) => {
      const studio = await aStudio(ctx);
      const answer = await api.ask(`GET /events?${query}`, { as: studio.people.owner.token });
      expect([answer.status, answer.json.code]).toEqual([400, 'request.wrong-input']);
    },
  );
});

describe('following by stream', () => {
  it('sends events as they happen, and resumes after the last one seen', async () => {
    const studio = await aStudio(ctx);
    const { token } = studio.people.director;
    const first = await openStream('/events/stream', token);
    const project = await aProject(ctx, studio);
    const [heard] = await first.until(1);
    expect(heard).toMatchObject({ event: 'project.created', data: { subject: { id: project.id } } });
    await first.close();
    const missed = await aProject(ctx, studio);
    const next = await openStream('/events/stream', token, { 'last-event-id': heard?.id ?? '' });
    expect(await next.until(1)).toMatchObject([{ data: { subject: { id: missed.id } } }]);
    await next.close();
  });

  it('ends for somebody who was removed, with the removal itself', async () => {
    const studio = await aStudio(ctx);
    const { owner, artist } = studio.people;
    const stream = await openStream('/events/stream', artist.token);
    await api.ask(`DELETE /members/${studio.memberIds.artist}`, { as: owner.token });
    expect(await stream.until(1)).toEqual([{ event: 'end', data: { code: 'auth.invalid' } }]);
    await stream.ended;
  });

  it('ends for a guest whose link was revoked', async () => {
    const studio = await aStudio(ctx);
    const { id: projectId } = await aProject(ctx, studio);
    const link = await aLink(ctx, studio, { projectId });
    const { token } = await aGuest(ctx, link);
    const stream = await openStream('/events/stream', token);
    await api.ask(`DELETE /links/${link.link.id}`, { as: studio.people.owner.token });
    expect(await stream.until(1)).toEqual([{ event: 'end', data: { code: 'link.revoked' } }]);
  });
});

describe('who hears what', async () => {
  const studio = await aStudio(ctx);
  const { people } = studio;
  const { id: projectId } = await aProject(ctx, studio);
  const board = await aBoard(ctx, studio, { projectId });
  const otherBoard = await aBoard(ctx, studio, { projectId });
  const elsewhere = await aBoard(ctx, studio);
  const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId, boardId: board.id }));
  const from = (await api.ask('GET /events?after=head', { as: people.owner.token })).json.upto;
  const heardBy = async (token: string) => {
    const { json } = await api.ask(`GET /events?after=${from}&limit=200`, { as: token });
    return json.items as { topic: string; boardId: string; payload: object; actor: { id: string | null } }[];
  };
  const secret = { engine: 'gemini', usd: 0.04, queue: 3 };
  const told = { number: 7, from: 'draft', to: 'in_review', kind: 'approve', internal: false };
  await record(
    topics.map((topic) => ({
      topic,
      scope: { projectId, boardId: board.id },
      payload: { ...secret, ...told },
    })),
  );
  const draftMove = { from: 'draft', to: 'discarded' };
  await record([
    { topic: 'version.moved', scope: { projectId, boardId: board.id }, payload: draftMove },
    { topic: 'pin.commented', scope: { projectId, boardId: board.id }, payload: { internal: true } },
    { topic: 'pin.placed', scope: { projectId, boardId: otherBoard.id }, payload: { number: 8 } },
    { topic: 'pin.placed', scope: { projectId: elsewhere.projectId, boardId: elsewhere.id } },
  ]);

  const customers = [
    'project.changed',
    'board.created',
    'board.changed',
    'frame.ingested',
    'frame.changed',
    'frame.derived',
    'pin.placed',
    'pin.commented',
    'pin.changed',
    'pin.moved',
    'version.rendered',
    'version.moved',
    'version.decided',
    'version.signed-off',
    'rendition.made',
  ];

  it('an owner hears everything, on every board', async () => {
    const heard = await heardBy(people.owner.token);
    expect(heard.map(({ topic }) => topic)).toEqual([
      ...topics,
      'version.moved',
      'pin.commented',
      'pin.placed',
      'pin.placed',
    ]);
    expect(heard[0]?.payload).toEqual({ ...secret, ...told });
  });

  it('a guest hears of their link’s board, and nothing of engines, queue, money or drafts', async () => {
    const heard = await heardBy(guest.token);
    expect(new Set(heard.map(({ topic }) => topic))).toEqual(new Set(customers));
    expect(heard).toHaveLength(customers.length);
    expect(new Set(heard.map(({ boardId }) => boardId))).toEqual(new Set([board.id]));
    const said = JSON.stringify(heard);
    for (const word of Object.keys(secret)) expect(said).not.toContain(word);
    expect(heard.every(({ actor }) => actor.id === null)).toBe(true);
  });

  it('a client with an account hears the same, on every board they are a client of', async () => {
    const heard = await heardBy(people.client.token);
    expect(heard).toHaveLength(customers.length + 2);
    expect(JSON.stringify(heard)).not.toContain('gemini');
  });

  it('a viewer hears nothing of keys and links', async () => {
    const heard = new Set((await heardBy(people.viewer.token)).map(({ topic }) => topic.split('.')[0]));
    expect([...heard].filter((kind) => ['token', 'link', 'guest', 'worker'].includes(kind ?? ''))).toEqual(
      [],
    );
    expect(heard).toContain('edit');
  });

  it('a member of one project hears of no other, nor of the studio', async () => {
    const { projectId: onlyThere } = elsewhere;
    await ctx.db.member.update({ where: { id: studio.memberIds.artist }, data: { projectId: onlyThere } });
    const heard = await heardBy(people.artist.token);
    expect(heard.map(({ boardId }) => boardId)).toEqual([elsewhere.id]);
  });

  async function record(deeds: readonly Pick<Deed, 'topic' | 'scope' | 'payload'>[]) {
    const actor = { kind: 'person', id: people.artist.actor.personId } as const;
    await writing(ctx.db, { studioId: studio.studioId, actor }, async (work) => {
      for (const deed of deeds) {
        const kind = deed.topic.split('.')[0] as Deed['subject']['kind'];
        work.record({ ...deed, subject: { kind, id: newId<PinId>() } });
      }
      return ok(null);
    });
  }
});

type Sent = { readonly id?: string; readonly event?: string; readonly data?: unknown };

/** A stream that has said that it is listening. */
async function openStream(path: string, as: string, headers: Record<string, string> = {}) {
  const answer = await api.fetch(`GET ${path}`, { as, headers });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const sent: Sent[] = [];
  let text = '';
  let isOver = false;
  const read = async () => {
    const { done, value } = await reader.read();
    isOver = done;
    text += new TextDecoder().decode(value);
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    sent.push(...parts.map(parse).filter(({ event }) => event !== undefined));
  };
  await read();
  return {
    async until(count: number) {
      while (sent.length < count && !isOver) await read();
      return sent.slice(0, count);
    },
    get ended() {
      return reader.closed;
    },
    close: () => reader.cancel(),
  };
}

function parse(part: string): Sent {
  const fields = Object.fromEntries(part.split('\n').map((line) => line.split(/: ?(.*)/s).slice(0, 2)));
  const { id, event, data } = fields as Record<string, string | undefined>;
  return { ...(id ? { id } : {}), ...(event ? { event } : {}), ...(data ? { data: JSON.parse(data) } : {}) };
}
