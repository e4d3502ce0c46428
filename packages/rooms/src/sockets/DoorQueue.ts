import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { addressOfRequest } from '@pinpaint/config';
import { countOpen } from './countOpen.ts';
import { refuseUpgrade } from './refuseUpgrade.ts';

/**
 * An office whose people all come back at once after a restart: each stands here for some milliseconds, and the next
 * try of whoever was refused is let in. Who has no pass is here until they hang up, two seconds at most.
 */
const perAddress = 200;

export type QueueOptions = { readonly trustedProxies: number; readonly atMost?: number };

/** Those who have come and of whom it is not known yet who they are: nothing but their address can bound them. */
export class DoorQueue {
  readonly #trustedProxies: number;
  readonly #waiting: ReturnType<typeof countOpen>;

  constructor({ trustedProxies, atMost = perAddress }: QueueOptions) {
    this.#trustedProxies = trustedProxies;
    this.#waiting = countOpen(atMost);
  }

  /** @returns what to call once it is known who it is; null: it has been refused, before the upgrade */
  enter(request: IncomingMessage, stream: Duplex): (() => void) | null {
    const leave = this.#waiting.enter(addressOfRequest(request, this.#trustedProxies));
    if (!leave) {
      refuseUpgrade(stream, 429);
      return null;
    }
    stream.once('close', leave);
    return () => {
      stream.off('close', leave);
      leave();
    };
  }
}
