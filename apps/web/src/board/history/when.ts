import { historyTexts as words } from '../../text/historyTexts.ts';
import { texts } from '../../text/texts.ts';

/** 14:03 */
function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString(texts.language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** 14:03:27 */
export function exactTime(iso: string): string {
  return new Date(iso).toLocaleTimeString(texts.language, { timeStyle: 'medium', hourCycle: 'h23' });
}

/** 14:03–14:20, or one of them where they are the same. */
export function timeSpan(from: string, to: string): string {
  const [began, ended] = [clockTime(from), clockTime(to)];
  return began === ended ? ended : `${began}–${ended}`;
}

/** Tuesday 26 November, 14:03 */
export function dayAndTime(iso: string): string {
  const day = new Date(iso).toLocaleDateString(texts.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return `${day}, ${clockTime(iso)}`;
}

/** Today, Yesterday, then Tuesday 26 November, with the year of another one. */
export function dayOf(iso: string, now: Date): string {
  const day = new Date(iso);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) return words.today;
  if (day.toDateString() === yesterday.toDateString()) return words.yesterday;
  const isThisYear = day.getFullYear() === now.getFullYear();
  return day.toLocaleDateString(texts.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}
