import type { Api } from '../../data/api.ts';
import type { ClientPin, Message } from '../../data/types.ts';
import type { AnswerLetter, EnclosedPicture, Letter, NoteLetter } from './letter.ts';

/** What the server made of a step. */
export type Delivered =
  | { readonly kind: 'pin'; readonly pin: ClientPin }
  | { readonly kind: 'picture'; readonly pinId: string }
  | { readonly kind: 'message'; readonly pinId: string; readonly message: Message };

type SendingApi = Pick<Api, 'post' | 'upload'>;
type Step = () => Promise<Delivered>;

/**
 * Sends what of a letter is not there yet. Each step has a key of its own that is the same for every try.
 *
 * @param onStep told after each step, before the next begins
 */
export async function sendLetter(
  api: SendingApi,
  letter: Letter,
  onStep: (delivered: Delivered, stepsDone: number) => Promise<void>,
): Promise<void> {
  for (const [index, step] of stepsOf(api, letter).entries()) {
    if (index >= letter.stepsDone) await onStep(await step(), index + 1);
  }
}

function stepsOf(api: SendingApi, letter: Letter): readonly Step[] {
  if (letter.kind === 'answer') return [() => sendAnswer(api, letter)];
  const { picture } = letter;
  return [() => sendNote(api, letter), ...(picture ? [() => sendPicture(api, letter, picture)] : [])];
}

async function sendNote(api: SendingApi, letter: NoteLetter): Promise<Delivered> {
  const { id, frameId, region, text } = letter;
  const path = `/frames/${frameId}/pins`;
  const pin = await api.post<ClientPin>(path, { id, region, note: text }, keyOf(letter, 'note'));
  return { kind: 'pin', pin };
}

async function sendPicture(
  api: SendingApi,
  letter: NoteLetter,
  { id, name, type, bytes }: EnclosedPicture,
): Promise<Delivered> {
  const path = `/pins/${letter.id}/attachments?id=${id}&name=${encodeURIComponent(name)}`;
  await api.upload(path, new Blob([bytes], { type }), { key: keyOf(letter, 'picture') });
  return { kind: 'picture', pinId: letter.id };
}

async function sendAnswer(api: SendingApi, letter: AnswerLetter): Promise<Delivered> {
  const { id, pinId, text } = letter;
  const message = await api.post<Message>(`/pins/${pinId}/messages`, { id, text }, keyOf(letter, 'answer'));
  return { kind: 'message', pinId, message };
}

function keyOf({ id, round }: Letter, step: string): string {
  return `${id}-${step}-${round}`;
}
