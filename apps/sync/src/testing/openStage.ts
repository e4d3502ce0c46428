import { openRoom } from '@pinpaint/actions';
import { aBoard, aStudio, openTestCtx, valueFrom } from '@pinpaint/actions/testing';
import type { BoardId, Role } from '@pinpaint/domain';
import { expect } from 'vitest';
import { Nodes } from './Nodes.ts';
import { Screen } from './Screen.ts';

/** Two cores may be busy with other tests. */
const patience = { timeout: 60_000, interval: 20 };
const writers: readonly Role[] = ['artist', 'director', 'owner', 'admin'];
const writeMs = 20;

/** A studio whose people are at boards, kept by nodes that come and go. */
export async function openStage(databaseUrl: string) {
  const ctx = await openTestCtx(databaseUrl);
  const studio = await aStudio(ctx);
  const nodes = new Nodes(databaseUrl);
  const screens: Screen[] = [];
  const writing: NodeJS.Timeout[] = [];
  const stopWriting = () => {
    for (const timer of writing.splice(0)) clearInterval(timer);
  };

  return {
    ctx,
    nodes,
    pass,
    open,
    board,
    converged,
    leaseOf,
    seenAt,
    /** People come all at once. */
    async aFullRoom() {
      const boardId = await board();
      const all = await Promise.all(writers.map((role) => open(boardId, role)));
      return { boardId, all, owner: nodes.at(all[0]?.at ?? null) };
    },
    /** Until all of them have had a good many of their writes acknowledged. */
    async keepWriting(all: readonly Screen[]): Promise<void> {
      for (const screen of all) writing.push(setInterval(() => screen.write(), writeMs));
      await expect.poll(() => all.every(({ kept }) => kept.length > 20), patience).toBe(true);
    },
    async movedFrom(at: string, all: readonly Screen[]): Promise<void> {
      const isBack = (screen: Screen) => screen.at !== null && screen.at !== at;
      await expect.poll(() => all.every(isBack), patience).toBe(true);
    },
    /** Each has on its screen what all have written, and all of it is acknowledged. */
    async convergedOnAllWritten(all: readonly Screen[]): Promise<void> {
      stopWriting();
      const isAllKept = () => all.every(({ kept, written }) => kept.length === written);
      await expect.poll(isAllKept, patience).toBe(true);
      await converged(all);
    },
    /** For the next test. */
    async clear(): Promise<void> {
      stopWriting();
      for (const screen of screens.splice(0)) screen.stop();
      await nodes.stop();
      await ctx.db.syncNode.deleteMany();
    },
  };

  async function board(): Promise<BoardId> {
    return (await aBoard(ctx, studio)).id as BoardId;
  }

  async function pass(boardId: BoardId, role: Role) {
    const { actor, token: secret } = studio.people[role];
    return valueFrom(await openRoom(ctx, actor, { boardId, secret }));
  }

  /** @param name several may be of one role */
  async function open(boardId: BoardId, role: Role, name: string = role): Promise<Screen> {
    const screen = new Screen(name, () => pass(boardId, role));
    screens.push(screen);
    await expect.poll(() => screen.at, patience).not.toBeNull();
    return screen;
  }

  async function converged(all: readonly Screen[]): Promise<void> {
    const written = all.flatMap(({ everything }) => everything).sort();
    const counts = () => all.map(({ stickies }) => stickies.length);
    await expect.poll(counts, patience).toEqual(all.map(() => written.length));
    for (const { stickies } of all) expect(stickies).toEqual(written);
  }

  async function leaseOf(boardId: BoardId) {
    const where = { studioId_boardId: { studioId: studio.studioId, boardId } };
    return ctx.db.roomLease.findUniqueOrThrow({ where, select: { epoch: true, nodeId: true } });
  }

  async function seenAt(at: string): Promise<Date> {
    return (await ctx.db.syncNode.findFirstOrThrow({ where: { url: at } })).seenAt;
  }
}
