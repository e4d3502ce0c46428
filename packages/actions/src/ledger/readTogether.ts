import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Db, readTracedEvents } from '@pinpaint/db';
import type { StudioId } from '@pinpaint/domain';

type Read = ReturnType<typeof readTracedEvents>;
type Page = { readonly after: number; readonly limit: number };

const notBegun = new WeakMap<object, Map<string, Read>>();

/**
 * A studio's events, read once for all who ask for the same at the same moment: when something happens, everybody who
 * listens does. Nobody joins a read that has begun, so each hears of all that was there when they asked.
 */
export function readTogether(db: Db, studioId: StudioId, page: Page): Read {
  const reads = notBegun.get(db) ?? new Map<string, Read>();
  notBegun.set(db, reads);
  const key = `${studioId} ${page.after} ${page.limit}`;
  const read = reads.get(key) ?? begin();
  reads.set(key, read);
  return read;

  async function begin(): Read {
    await nextTurn();
    reads.delete(key);
    return readTracedEvents(db, studioId, page);
  }
}
