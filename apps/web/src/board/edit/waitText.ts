import type { Edit } from '../../data/types.ts';
import { runTexts } from '../../text/runTexts.ts';
import { texts } from '../../text/texts.ts';
import { placeInQueue } from './editsOfPin.ts';

const minuteMs = 60_000;

/** What a queued edit waits for: its turn, or its service's rate. */
export function waitText(edits: readonly Edit[], edit: Edit): string {
  const { waitsForRate: wait } = edit;
  if (!wait) return `${texts.edit.queued}: ${texts.edit.ordinal(placeInQueue(edits, edit))}`;
  return runTexts.waitsForRate(runTexts.services[wait.service] ?? wait.service, clockTime(wait.until));
}

/** 14:05: the minute in which it is over, so that nobody looks too early. */
function clockTime(iso: string): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const minute = Math.ceil(Date.parse(iso) / minuteMs) * minuteMs;
  return new Date(minute).toLocaleTimeString(texts.language, time);
}
