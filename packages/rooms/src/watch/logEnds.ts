import type { Log } from '@pinpaint/config';
import { Allowance } from '../sockets/Allowance.ts';
import type { EndReason } from '../sockets/closeSocket.ts';
import type { Ended } from './RoomsWatch.ts';

/** A line takes some three hundred bytes, so this is at most 130 MB a day, whatever clients do. */
const lines = { perSecond: 5, burst: 100 };

/** What belongs to every day is told only to who asks for everything. */
const everyday: ReadonlySet<EndReason> = new Set(['left', 'goingAway', 'elsewhere', 'keptAgain']);

/** A line for each connection that ended, as long as they are few; the next line says of how many nothing was said. */
export function logEnds(log: Log, nowMs: () => number = () => performance.now()): (ended: Ended) => void {
  const allowance = new Allowance(lines, nowMs);
  let unsaid = 0;
  return (ended) => {
    const level = levelOf(ended.reason);
    if (!log.isLevelEnabled(level)) return;
    if (!allowance.take()) {
      unsaid += 1;
      return;
    }
    log[level](unsaid > 0 ? { ...ended, unsaid } : ended, 'room connection ended');
    unsaid = 0;
  };
}

/** A fault is told of with its error, where it happens. */
function levelOf(reason: EndReason): 'debug' | 'info' | 'warn' {
  if (everyday.has(reason)) return 'debug';
  return reason === 'serverFault' ? 'warn' : 'info';
}
