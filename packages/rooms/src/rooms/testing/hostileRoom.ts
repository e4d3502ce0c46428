import { openTestRoom, Scheduler, TestClient } from './openTestRoom.ts';

/** One who means well, and one who does not. */
export function hostileRoom(options: { mayWrite?: boolean } = {}) {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const good = new TestClient(scheduler, opened, { name: 'good' });
  const bad = new TestClient(scheduler, opened, { name: 'bad', ...options });
  return { scheduler, opened, good, bad };
}
