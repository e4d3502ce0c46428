import type { Clock } from '../rooms/Clock.ts';

/** Each asks for a new pass, and the next node for its rights. */
const eachMs = 2;
const longestMs = 3_000;

type Leaving = { pause(): void };

export type AwayParts<Socket extends Leaving> = {
  readonly clock: Pick<Clock, 'later'>;
  /** How many there are to be sent away, at most. */
  readonly count: () => number;
  readonly close: (socket: Socket) => void;
};

/**
 * Sends people elsewhere, a thousand of them over two seconds. What a socket still says waits unread and
 * unacknowledged, so its client will say it again where it goes.
 */
export function createSendAway<Socket extends Leaving>({ clock, count, close }: AwayParts<Socket>) {
  const leaving = new WeakSet<Socket>();
  return (socket: Socket): void => {
    if (leaving.has(socket)) return;
    leaving.add(socket);
    socket.pause();
    const withinMs = Math.min(longestMs, count() * eachMs);
    clock.later(Math.random() * withinMs, () => close(socket));
  };
}
