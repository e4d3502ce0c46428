import type { Prisma } from '@pinpaint/db';
import { type Intent, readNote } from '@pinpaint/domain';
import type { KitNames } from '../kit/kitNames.ts';
import type { PinExtend } from './toPin.ts';

type Noted = Pick<Prisma.PinModel, 'note' | 'intent' | 'extend'>;

/** A person's own reading of a note where there is one, else the machine's, which knows the brand's own names. */
export function readingOf({ note, intent, extend }: Noted, kit: KitNames): Intent {
  if (intent) return intent as unknown as Intent;
  if (!extend) return readNote(note, kit);
  const { aspect, anchor } = extend as PinExtend;
  const read = readNote(note, { ...kit, extendAspect: aspect });
  return read.wish?.kind === 'extend' ? { ...read, wish: { ...read.wish, anchor } } : read;
}
