import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import { changeBoard } from '../boards/changeBoard.ts';
import { placePin } from '../pins/placePin.ts';
import { aBoard, aReadyFrame, aStudio, openTestCtx, type TestPerson, valueFrom } from '../testing/index.ts';
import { searchStudio } from './searchStudio.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const studio = await aStudio(ctx);
const { artist } = studio.people;

async function found(text: string, { actor }: TestPerson = artist) {
  const all = valueFrom(await searchStudio(ctx, actor, { text }));
  return all.map(({ kind, text: name }) => [kind, name]);
}

it('finds boards, frames and notes by a part of their text, whatever its case', async () => {
  const board = await aBoard(ctx, studio, { name: 'Menu Cards' });
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
  await ctx.db.frame.update({ where: { id: frameId }, data: { name: 'the menu' } });
  const region = { kind: 'point', x: 5, y: 5 } as const;
  const note = 'a warmer MENU please';
  valueFrom(await placePin(ctx, artist.actor, { id: newId<PinId>(), frameId, region, note }));
  expect(await found(' menu ')).toEqual([
    ['board', 'Menu Cards'],
    ['frame', 'the menu'],
    ['pin', note],
  ]);
});

it('takes every sign as itself', async () => {
  await aBoard(ctx, studio, { name: '100 % cotton' });
  await aBoard(ctx, studio, { name: 'fig_bowl' });
  expect([
    await found('100 %'),
    await found('%'),
    await found('g_b'),
    await found('_'),
    await found('\\'),
  ]).toEqual([
    [['board', '100 % cotton']],
    [['board', '100 % cotton']],
    [['board', 'fig_bowl']],
    [['board', 'fig_bowl']],
    [],
  ]);
});

it('finds nothing archived, and nothing of another studio', async () => {
  const board = await aBoard(ctx, studio, { name: 'Trail signs' });
  const theirs = await aStudio(ctx);
  expect(await found('trail', theirs.people.owner)).toEqual([]);
  expect(await found('trail')).toHaveLength(1);
  valueFrom(await changeBoard(ctx, artist.actor, { boardId: board.id, archived: true }));
  expect(await found('trail')).toEqual([]);
});
