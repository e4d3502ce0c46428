import { newId, type PinId } from '@pinpaint/domain';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import type { EnclosedPicture } from '../outbox/letter.ts';

/** As the API bounds it. */
const pictureBytes = 20 * 1024 * 1024;
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'];

/** A chosen file as it goes with a note, or what is wrong with it. */
export async function readPicture(file: File): Promise<EnclosedPicture | string> {
  const { pictureTooLarge, pictureWrong } = texts.client.note;
  if (!pictureTypes.includes(file.type)) return pictureWrong;
  if (file.size > pictureBytes) return pictureTooLarge;
  const bytes = await file.arrayBuffer();
  return { id: newId<PinId>(), name: file.name.slice(-200), type: file.type, bytes };
}
