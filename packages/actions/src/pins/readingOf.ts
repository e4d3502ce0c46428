import type { Prisma } from '@pinpaint/db';
import { type Intent, readNote } from '@pinpaint/domain';
import type { KitNames } from '../kit/kitNames.ts';
import type { ModelReading } from '../readings/toModelReading.ts';
import type { PinExtend } from './toPin.ts';

type Noted = Pick<Prisma.PinModel, 'note' | 'intent' | 'extend' | 'reading'>;

/** A person's own reading of a note where there is one, else a model's, else the words', which know the brand's names. */
export function readingOf({ note, intent, extend, reading }: Noted, kit: KitNames): Intent {
  if (intent) return intent as unknown as Intent;
  if (reading) return (reading as unknown as ModelReading).intent;
  if (!extend) return readNote(note, kit);
  const { aspect, anchor } = extend as PinExtend;
  const read = readNote(note, { ...kit, extendAspect: aspect });
  return read.wish?.kind === 'extend' ? { ...read, wish: { ...read.wish, anchor } } : read;
}
