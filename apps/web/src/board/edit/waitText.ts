import type { Edit } from '../../data/types.ts';
import { runTexts } from '../../text/runTexts.ts';
import { texts } from '../../text/texts.ts';
import { placeInQueue } from './editsOfPin.ts';

/** What a queued edit waits for: its turn, or its service's rate. */
export function waitText(edits: readonly Edit[], edit: Edit): string {
  const { waitsForRate: wait } = edit;
  if (!wait) return `${texts.edit.queued}: ${texts.edit.ordinal(placeInQueue(edits, edit))}`;
  return runTexts.waitsForRate(runTexts.services[wait.service] ?? wait.service, clockTime(wait.until));
}

/** The same in few words. */
export function shortWaitText(edits: readonly Edit[], edit: Edit): string {
  const { waitsForRate: wait } = edit;
  return wait ? runTexts.waitsUntil(clockTime(wait.until)) : texts.edit.ordinal(placeInQueue(edits, edit));
}

/** 14:05 */
function clockTime(iso: string): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Date(iso).toLocaleTimeString(texts.language, time);
}
