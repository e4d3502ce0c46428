import type { WebSocket, WebSocketServer } from 'ws';

/** Long enough to tell the living from the dead on a phone's line, short enough for proxies that cut silent ones. */
const pingMs = 20_000;

export type Pings = {
  /** From its upgrade on. */
  add(raw: WebSocket): void;
  stop(): void;
};

type PingWish = { readonly everyMs?: number | undefined; readonly ping?: (raw: WebSocket) => void };

/**
 * Ends those of a server's sockets that did not answer the last ping.
 *
 * @param wish `ping` is for clients to whom a ping alone is no message
 */
export function keepPinging(
  server: WebSocketServer,
  { everyMs = pingMs, ping = (raw) => raw.ping() }: PingWish = {},
): Pings {
  const living = new WeakSet<WebSocket>();
  function lives(this: WebSocket): void {
    living.add(this);
  }
  const timer = setInterval(() => {
    for (const raw of server.clients) {
      if (living.delete(raw)) ping(raw);
      else raw.terminate();
    }
  }, everyMs);
  timer.unref();
  return {
    add(raw) {
      living.add(raw);
      raw.on('pong', lives);
    },
    stop: () => clearInterval(timer),
  };
}
