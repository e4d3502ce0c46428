import type { Region } from '@pinpaint/domain';

/** What a client has written and the studio may not have yet. Its id is made here, so that it arrives once. */
export type Letter = NoteLetter | AnswerLetter;

type AnyLetter = {
  /** A UUIDv7: in the order of these letters leave. Of a note it is the pin's, of an answer the message's. */
  readonly id: string;
  readonly linkId: string;
  readonly at: string;
  readonly text: string;
  /** How many of its steps the server has confirmed. */
  readonly stepsDone: number;
  /** Counts how often the client wanted a refused one tried again: the server keeps refusals by key. */
  readonly round: number;
  /** null: it waits. */
  readonly refused: Refusal | null;
};

export type NoteLetter = AnyLetter & {
  readonly kind: 'note';
  readonly frameId: string;
  readonly region: Region;
  readonly picture: EnclosedPicture | null;
};

export type AnswerLetter = AnyLetter & { readonly kind: 'answer'; readonly pinId: string };

/** As bytes, since not every browser keeps a Blob. */
export type EnclosedPicture = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
};

export type Refusal = { readonly code: string; readonly title: string };

export const freshLetter = { stepsDone: 0, round: 0, refused: null } as const;
