import { expect, it } from 'vitest';
import { createSendAway } from './sendAway.ts';

type Socket = { isPaused: boolean; closings: number; pause(): void };

function aSocket(): Socket {
  return {
    isPaused: false,
    closings: 0,
    pause() {
      this.isPaused = true;
    },
  };
}

function openCrowd(count: number) {
  const waits: number[] = [];
  const closes: (() => void)[] = [];
  const sendAway = createSendAway<Socket>({
    clock: {
      later(ms, run) {
        waits.push(ms);
        closes.push(run);
      },
    },
    count: () => count,
    close: (socket) => {
      socket.closings += 1;
    },
  });
  const sockets = Array.from({ length: count }, aSocket);
  for (const socket of sockets) sendAway(socket);
  return {
    sockets,
    waits,
    sendAway,
    closeAll: () => {
      for (const close of closes) close();
    },
  };
}

it('reads nothing more from then on, and closes everybody once', () => {
  const { sockets, sendAway, closeAll } = openCrowd(3);
  for (const socket of sockets) sendAway(socket);
  expect(sockets.map(({ isPaused, closings }) => [isPaused, closings])).toEqual(sockets.map(() => [true, 0]));
  closeAll();
  expect(sockets.map(({ closings }) => closings)).toEqual([1, 1, 1]);
});

it.each([
  [10, 20],
  [1_000, 2_000],
  [5_000, 3_000],
])('spreads %i people over %i ms, and no tenth of that takes a fifth of them', (count, withinMs) => {
  const { waits } = openCrowd(count);
  expect(Math.max(...waits)).toBeLessThan(withinMs);
  if (count < 1_000) return;
  const tenths = Array.from({ length: 10 }, (_, n) =>
    waits.filter((ms) => Math.floor((ms / withinMs) * 10) === n),
  );
  for (const tenth of tenths) expect(tenth.length).toBeLessThan(count / 5);
});
