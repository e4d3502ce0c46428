import { type FrameId, newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { ApiError } from '../../data/ApiError.ts';
import type { Waiting } from '../state/boardStore.ts';
import { Outbox } from './Outbox.ts';

function aWaiting(words: string): Waiting {
  const region = { kind: 'point', x: 1, y: 1 } as const;
  return { id: newId(), kind: 'pin', frameId: newId<FrameId>(), region, words, at: '2030-01-01T00:00:00Z' };
}

/** A server that answers as told, and a device that remembers. */
function openOutbox(before: readonly Waiting[] = []) {
  const line = { error: null as ApiError | null };
  const seen = {
    sent: [] as string[],
    kept: before,
    shown: before,
    refused: [] as string[],
    isReached: true,
  };
  const outbox = new Outbox({
    send: async ({ words }) => {
      if (line.error) throw line.error;
      seen.sent.push(words);
    },
    load: async () => before,
    keep: async (waiting) => {
      seen.kept = waiting;
    },
    onChange: (waiting) => {
      seen.shown = waiting;
    },
    onRefused: ({ words }) => seen.refused.push(words),
    onReach: (isReached) => {
      seen.isReached = isReached;
    },
  });
  return { outbox, line, seen };
}

it('keeps what could not be sent, and sends it in order when the line is back', async () => {
  const { outbox, line, seen } = openOutbox();
  line.error = new ApiError(0, 'http.unreachable', 'gone');
  await outbox.put(aWaiting('one'));
  await outbox.put(aWaiting('two'));
  expect(seen.kept.map(({ words }) => words)).toEqual(['one', 'two']);
  expect(seen.isReached).toBe(false);
  line.error = null;
  await outbox.send();
  expect([seen.sent, seen.kept, seen.shown]).toEqual([['one', 'two'], [], []]);
});

it('takes up what the device has kept from before', async () => {
  const { outbox, seen } = openOutbox([aWaiting('old')]);
  await outbox.ready;
  await outbox.put(aWaiting('new'));
  expect(seen.sent).toEqual(['old', 'new']);
});

it('lets go of what the server will never take, and says so', async () => {
  const { outbox, line, seen } = openOutbox();
  line.error = new ApiError(409, 'project.archived', 'no');
  await outbox.put(aWaiting('late'));
  expect([seen.refused, seen.kept]).toEqual([['late'], []]);
});
