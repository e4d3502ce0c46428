import type { WebSocket, WebSocketServer } from 'ws';

/** Long enough to tell the living from the dead on a phone's line, short enough for proxies that cut silent ones. */
const pingMs = 20_000;

export type Pings = {
  /** From its upgrade on. */
  add(raw: WebSocket): void;
  stop(): void;
};

/**
 * Ends those of a server's sockets that did not answer the last ping.
 *
 * @param ping for clients to whom a ping alone is no message
 */
export function keepPinging(server: WebSocketServer, ping = (raw: WebSocket): void => raw.ping()): Pings {
  const living = new WeakSet<WebSocket>();
  function lives(this: WebSocket): void {
    living.add(this);
  }
  const timer = setInterval(() => {
    for (const raw of server.clients) {
      if (living.delete(raw)) ping(raw);
      else raw.terminate();
    }
  }, pingMs);
  timer.unref();
  return {
    add(raw) {
      living.add(raw);
      raw.on('pong', lives);
    },
    stop: () => clearInterval(timer),
  };
}
