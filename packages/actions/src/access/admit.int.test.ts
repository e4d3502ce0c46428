import { createTestDatabase } from '@pinpaint/db/testing';
import { type LinkId, newId, type ProjectId, type TokenId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { revokeLink } from '../links/revokeLink.ts';
import { removeMember } from '../members/removeMember.ts';
import { aGuest, aLink, aProject, aStudio, openTestCtx, valueFrom } from '../testing/index.ts';
import { makeOperatorToken } from '../tokens/makeOperatorToken.ts';
import { makeToken } from '../tokens/makeToken.ts';
import { makeWorkerToken } from '../tokens/makeWorkerToken.ts';
import { revokeToken } from '../tokens/revokeToken.ts';
import { revokeWorkerToken } from '../tokens/revokeWorkerToken.ts';
import { admit, admitWorker } from './admit.ts';
import { newSecret } from './secrets.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const studio = await aStudio(ctx);
const { owner, artist, viewer } = studio.people;
const inAnHour = () => new Date(Date.now() + 3_600_000);
const later = { ...ctx, now: () => new Date(Date.now() + 7_200_000) };

describe('a person', () => {
  it('comes in by a token, with the roles they have now', async () => {
    expect(await admit(ctx, artist.token)).toEqual({ ok: true, value: artist.actor });
  });

  it('is nobody by a secret that was never made, however it looks', async () => {
    for (const secret of [
      newSecret('person').secret,
      newSecret('link').secret,
      'ppt_',
      '',
      'x'.repeat(100_000),
    ])
      expect(await admit(ctx, secret)).toMatchObject({ ok: false, error: { code: 'auth.invalid' } });
  });

  it('is kept out by a revoked token', async () => {
    const made = valueFrom(
      await makeToken(ctx, artist.actor, { id: newId<TokenId>(), name: 'a laptop', expiresAt: null }),
    );
    expect((await admit(ctx, made.secret ?? '')).ok).toBe(true);
    await revokeToken(ctx, artist.actor, { tokenId: made.token.id });
    expect(await admit(ctx, made.secret ?? '')).toMatchObject({ error: { code: 'auth.invalid' } });
  });

  it('is kept out by an expired token', async () => {
    const wish = { id: newId<TokenId>(), name: 'a day', expiresAt: inAnHour() };
    const { secret } = valueFrom(await makeToken(ctx, artist.actor, wish));
    expect((await admit(ctx, secret ?? '')).ok).toBe(true);
    expect(await admit(later, secret ?? '')).toMatchObject({ error: { code: 'auth.invalid' } });
  });

  it('is kept out once removed, and an old token does not come back with them', async () => {
    valueFrom(await removeMember(ctx, owner.actor, { memberId: studio.memberIds.viewer }));
    expect(await admit(ctx, viewer.token)).toMatchObject({ error: { code: 'auth.invalid' } });
    const { studioId } = studio;
    await ctx.db.member.create({
      data: { id: newId(), studioId, personId: viewer.actor.personId, role: 'viewer' },
    });
    expect(await admit(ctx, viewer.token)).toMatchObject({ error: { code: 'auth.invalid' } });
  });
});

describe('a guest', () => {
  it('has the rights of the link and no more', async () => {
    const { id: projectId } = await aProject(ctx, studio);
    const link = await aLink(ctx, studio, { projectId, maySignOff: false });
    const { actor } = await aGuest(ctx, link);
    expect(actor).toMatchObject({ projectId, linkId: link.link.id, mayComment: true, maySignOff: false });
  });

  it('is told when the link was revoked or has expired', async () => {
    const { id: projectId } = await aProject(ctx, studio);
    const link = await aLink(ctx, studio, { projectId, expiresAt: inAnHour() });
    const { token } = await aGuest(ctx, link);
    expect(await admit(later, token)).toMatchObject({ error: { code: 'link.expired' } });
    await revokeLink(ctx, owner.actor, { linkId: link.link.id as LinkId });
    expect(await admit(ctx, token)).toMatchObject({ error: { code: 'link.revoked' } });
  });
});

describe('a worker', () => {
  it('comes in by its own kind of token only, and a token of its kind opens nothing else', async () => {
    const wish = { id: newId<TokenId>(), name: 'a machine' };
    const { token, secret } = valueFrom(await makeWorkerToken(ctx, owner.actor, wish));
    expect(await admitWorker(ctx, secret ?? '')).toEqual({
      ok: true,
      value: { tokenId: token.id, studioId: studio.studioId },
    });
    expect(await admit(ctx, secret ?? '')).toMatchObject({ error: { code: 'auth.invalid' } });
    expect(await admitWorker(ctx, owner.token)).toMatchObject({ error: { code: 'auth.invalid' } });
    valueFrom(await revokeWorkerToken(ctx, owner.actor, { tokenId: token.id }));
    expect(await admitWorker(ctx, secret ?? '')).toMatchObject({ error: { code: 'auth.invalid' } });
  });

  it('of the operator works for every studio', async () => {
    const { id, secret } = await makeOperatorToken(ctx, { name: 'here' });
    expect(await admitWorker(ctx, secret)).toEqual({ ok: true, value: { tokenId: id, studioId: null } });
  });
});

it('keeps no secret in the clear', async () => {
  const project = await aProject(ctx, studio, { id: newId<ProjectId>() });
  const link = await aLink(ctx, studio, { projectId: project.id });
  const guest = await aGuest(ctx, link);
  const kept = JSON.stringify([
    await ctx.db.apiToken.findMany(),
    await ctx.db.reviewLink.findMany(),
    await ctx.db.guest.findMany(),
    await ctx.db.ledgerEvent.findMany(),
  ]);
  for (const secret of [owner.token, link.secret, guest.token]) expect(kept).not.toContain(secret);
});
