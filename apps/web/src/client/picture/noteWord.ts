import type { ClientWord, PinState } from '@pinpaint/domain';
import type { ClientPin } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import type { VersionStage } from './versionStage.ts';

/** What one guest reads of a note: what every client does, and whether it is no longer their turn. */
export type NoteWord = ClientWord | 'withStudio';

/** A guest who has signed off, or asked for changes, has done their part; others may still have to look. */
export function noteWord({ clientWord }: ClientPin, stage: VersionStage): NoteWord {
  return clientWord === 'haveALook' && stage.kind === 'said' ? 'withStudio' : clientWord;
}

export const noteWords: Readonly<Record<NoteWord, string>> = {
  ...texts.clientWords,
  withStudio: texts.client.pin.withStudio,
};

/** The shape it is drawn with: the same as the state's that the studio sees behind it, while it is one's turn. */
export const shapeOfWord = {
  sent: 'open',
  beingWorkedOn: 'editing',
  haveALook: 'proposed',
  withStudio: 'editing',
  done: 'resolved',
  notDoing: 'declined',
} as const satisfies Record<NoteWord, PinState>;
