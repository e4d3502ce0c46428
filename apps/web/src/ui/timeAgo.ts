import { sharedTexts as texts } from '../text/clientTexts.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "14 min ago" up to a day, then "12 Nov 17:06", in the reader's own zone. */
export function timeAgo(iso: string, now: Date): string {
  const then = new Date(iso);
  const agoMs = now.getTime() - then.getTime();
  if (agoMs < minuteMs) return texts.times.now;
  if (agoMs < hourMs) return texts.times.minutesAgo(Math.floor(agoMs / minuteMs));
  if (agoMs < dayMs) return texts.times.hoursAgo(Math.floor(agoMs / hourMs));
  const day = then.toLocaleDateString(texts.language, { day: 'numeric', month: 'short' });
  return `${day} ${then.toLocaleTimeString(texts.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}
