import { texts } from '../../../text/texts.ts';

/** "due today 16:00", "due 12 Nov 16:00", "overdue since …", in the reader's own zone. */
export function dueText(iso: string, now: Date): { readonly text: string; readonly isOver: boolean } {
  const { pins, language } = texts;
  const due = new Date(iso);
  const time = due.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = Math.round((midnight(due) - midnight(now)) / 86_400_000);
  const day = due.toLocaleDateString(language, { day: 'numeric', month: 'short' });
  const when = days === 0 ? pins.today(time) : days === 1 ? pins.tomorrow(time) : `${day} ${time}`;
  const isOver = due.getTime() < now.getTime();
  return { text: isOver ? pins.overdue(when) : pins.due(when), isOver };
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
