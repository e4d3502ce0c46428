import * as Y from 'yjs';
import type { Scheduler } from './openTestRoom.ts';

/** With a number that the seed decides, as all that hangs on it. */
export function aDoc(scheduler: Scheduler): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = scheduler.random(2 ** 31) + 1;
  return doc;
}
