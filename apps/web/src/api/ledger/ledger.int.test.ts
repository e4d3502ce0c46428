import { aLink, aProject, aStudio, type TestStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;

describe('the chain', () => {
  const verify = async ({ people }: TestStudio) =>
    (await api.ask('GET /ledger/verify', { as: people.owner.token })).json;

  it('holds, and says so in a line', async () => {
    const studio = await aStudio(ctx);
    const { seq, hash } = await ctx.db.ledgerHead.findUniqueOrThrow({ where: { studioId: studio.studioId } });
    expect(await verify(studio)).toEqual({
      holds: true,
      seq,
      hash,
      says: `The ledger holds: ${seq} events, each sealed over the one before; the last hash is ${hash}.`,
    });
  });

  it('can’t be written into: the database refuses', async () => {
    const { studioId } = await aStudio(ctx);
    const ofStudio = `WHERE studio_id = '${studioId}'`;
    for (const statement of [
      `UPDATE ledger_event SET topic = 'x' ${ofStudio}`,
      `DELETE FROM ledger_event ${ofStudio}`,
      'TRUNCATE ledger_event CASCADE',
    ])
      await expect(ctx.db.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/);
    await expect(ctx.db.studio.delete({ where: { id: studioId } })).rejects.toThrow();
  });

  it.each([
    ['another actor', `UPDATE ledger_event SET actor_id = 'x' WHERE seq = 4 AND `, 4, 'ledger.changed'],
    [
      'another time',
      `UPDATE ledger_event SET at = at + interval '1 ms' WHERE seq = 4 AND `,
      4,
      'ledger.changed',
    ],
    [
      'a changed payload',
      `UPDATE ledger_event SET payload = '{"role":"owner"}' WHERE seq = 4 AND `,
      4,
      'ledger.changed',
    ],
    ['a missing event', 'DELETE FROM ledger_event WHERE seq = 4 AND ', 5, 'ledger.gap'],
    ['a cut end', 'DELETE FROM ledger_event WHERE seq > 8 AND ', 9, 'ledger.cut'],
    ['no event at all', 'DELETE FROM ledger_event WHERE ', 1, 'ledger.cut'],
  ])('does not hold with %s, and says where', async (_, statement, seq, code) => {
    const studio = await aStudio(ctx);
    await ctx.db.$transaction([
      ctx.db.$executeRaw`ALTER TABLE ledger_event DISABLE TRIGGER ledger_event_append_only`,
      ctx.db.$executeRawUnsafe(`${statement} studio_id = '${studio.studioId}'`),
      ctx.db.$executeRaw`ALTER TABLE ledger_event ENABLE TRIGGER ledger_event_append_only`,
    ]);
    const proof = await verify(studio);
    expect(proof).toMatchObject({
      holds: false,
      seq: seq - (code === 'ledger.gap' ? 2 : 1),
      firstBroken: { seq, code },
    });
    expect(proof.says).toMatch(new RegExp(`^The ledger does not hold: at event ${seq}, .+\\.$`));
  });
});

describe('the list', async () => {
  const studio = await aStudio(ctx);
  const { owner, director } = studio.people;
  const project = await aProject(ctx, studio);
  await aLink(ctx, studio, { projectId: project.id });

  it('is read a page at a time, each event once', async () => {
    const seqs: number[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const { json } = await api.ask(`GET /ledger?after=${after}&limit=3`, { as: director.token });
      seqs.push(...json.items.map(({ seq }: { seq: number }) => seq));
      after = json.next;
    }
    const all = await ctx.db.ledgerEvent.count({ where: { studioId: studio.studioId } });
    expect(seqs).toEqual(Array.from({ length: all }, (_, at) => at + 1));
  });

  it.each([
    [`topic=link.made`, ['link.made']],
    [`subjectId=${project.id}`, ['project.created']],
    [`projectId=${project.id}`, ['project.created', 'link.made']],
    [`projectId=${project.id}&topic=link.made`, ['link.made']],
    ['topic=worker.revoked', []],
  ])('is filtered by %s', async (query, topics) => {
    const { json } = await api.ask(`GET /ledger?${query}`, { as: owner.token });
    expect(json.items.map(({ topic }: { topic: string }) => topic)).toEqual(topics);
  });

  it('holds no name and no text', async () => {
    const { json } = await api.ask('GET /ledger?limit=200', { as: owner.token });
    const said = JSON.stringify(json);
    for (const text of [project.name, owner.email, 'Client']) expect(said).not.toContain(`"${text}"`);
  });

  it('is written to a file as JSON lines, the same events', async () => {
    const answer = await api.fetch('GET /ledger/export', { as: owner.token });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ledger.jsonl"');
    const lines = (await answer.text()).trimEnd().split('\n');
    const { json } = await api.ask('GET /ledger?limit=200', { as: owner.token });
    expect(lines.map((line) => JSON.parse(line))).toEqual(json.items);
  });

  it('is written to a file as CSV, a line an event', async () => {
    const answer = await api.fetch('GET /ledger/export?format=csv&topic=link.made', { as: owner.token });
    const [head, line, end] = (await answer.text()).split('\r\n');
    expect(head).toBe(
      '"seq","at","topic","actorKind","actorId","subjectKind","subjectId","projectId","boardId","frameId","payload","prevHash","hash"',
    );
    expect(line).toContain('"link.made","person"');
    expect(line).toContain('""mayComment"":true');
    expect(end).toBe('');
  });

  it('is a member’s own project’s only, for somebody of one project', async () => {
    const other = await aStudio(ctx);
    const [mine, theirs] = [await aProject(ctx, other), await aProject(ctx, other)];
    const { artist } = other.people;
    await ctx.db.member.update({ where: { id: other.memberIds.artist }, data: { projectId: mine.id } });
    const { json } = await api.ask('GET /ledger?limit=200', { as: artist.token });
    expect(json.items.map(({ subject }: { subject: { id: string } }) => subject.id)).toEqual([mine.id]);
    const refused = await api.ask(`GET /ledger?projectId=${theirs.id}`, { as: artist.token });
    expect([refused.status, refused.json.code]).toEqual([404, 'project.not-found']);
    expect((await api.ask('GET /ledger/verify', { as: artist.token })).status).toBe(404);
  });

  it('leaves out the project where somebody of the studio is only a client', async () => {
    const other = await aStudio(ctx);
    const hidden = await aProject(ctx, other);
    const { artist, owner: keeper } = other.people;
    const json = { id: newId(), email: artist.email, name: 'x', role: 'client', projectId: hidden.id };
    const added = await api.ask('POST /members', { as: keeper.token, json });
    expect(added.status).toBe(201);
    const listed = await api.ask('GET /ledger?limit=200', { as: artist.token });
    expect(listed.json.items.length).toBeGreaterThan(5);
    expect(JSON.stringify(listed.json)).not.toContain(hidden.id);
  });
});
