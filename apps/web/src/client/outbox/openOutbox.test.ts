import 'fake-indexeddb/auto';
import { newId, type PinId } from '@pinpaint/domain';
import { beforeEach, expect, it } from 'vitest';
import { ApiError } from '../../data/ApiError.ts';
import type { UploadOptions } from '../../data/api.ts';
import { freshLetter, type Letter, type NoteLetter } from './letter.ts';
import { openLetterStore } from './letterStore.ts';
import { openOutbox } from './openOutbox.ts';
import { type Delivered, sendLetter } from './sendLetter.ts';

type Sent = { readonly path: string; readonly key: string; readonly body: unknown };

/** A server behind a line: answers by key as ours does, and remembers what has reached it. */
class Line {
  readonly sent: Sent[] = [];
  /** Anything thrown instead of an answer; asked with each request that goes out. */
  fails: (sent: Sent) => Error | null = () => null;
  /** Whether a failing request reaches the server before the line breaks. */
  arrives = false;

  get made(): readonly Sent[] {
    return [...new Map(this.sent.map((one) => [one.key, one])).values()];
  }

  post = async <T>(path: string, body?: object, key = ''): Promise<T> => this.#take({ path, body, key });
  upload = async <T>(path: string, file: Blob, { key = '' }: UploadOptions = {}): Promise<T> =>
    this.#take({ path, body: await file.text(), key });

  #take<T>(sent: Sent): T {
    const failure = this.fails(sent);
    if (!failure || this.arrives) this.sent.push(sent);
    if (failure) throw failure;
    return { id: 'made' } as T;
  }
}

const offline = new ApiError(0, 'http.unreachable', 'The server does not answer.');
let linkId = '';
let line = new Line();
let delivered: Delivered[] = [];
beforeEach(() => {
  linkId = newId<PinId>();
  line = new Line();
  delivered = [];
});

const open = (id = linkId) =>
  openOutbox({
    linkId: id,
    store: openLetterStore(),
    send: (letter, onStep) => sendLetter(line, letter, onStep),
    onDelivered: (one) => delivered.push(one),
  });

function aNote(wish: Partial<NoteLetter> = {}): NoteLetter {
  return {
    ...freshLetter,
    kind: 'note',
    id: newId<PinId>(),
    linkId,
    at: '2030-01-01T12:00:00Z',
    frameId: 'frame',
    region: { kind: 'point', x: 1, y: 2 },
    text: 'warmer',
    picture: null,
    ...wish,
  };
}

const withPicture = () => {
  const bytes = new TextEncoder().encode('pixels').buffer as ArrayBuffer;
  return aNote({ picture: { id: newId<PinId>(), name: 'a b.jpg', type: 'image/jpeg', bytes } });
};

const paths = (sent: readonly Sent[]) => sent.map(({ path }) => path.replace(/\?.*/, ''));

it('sends a note, then its picture, and forgets both', async () => {
  const outbox = open();
  const note = withPicture();
  await outbox.add(note);
  await outbox.flush();
  expect(paths(line.sent)).toEqual(['/frames/frame/pins', `/pins/${note.id}/attachments`]);
  expect(line.sent[0]?.body).toEqual({ id: note.id, region: note.region, note: 'warmer' });
  expect(line.sent[1]).toMatchObject({ body: 'pixels', path: expect.stringContaining('name=a%20b.jpg') });
  expect(delivered.map(({ kind }) => kind)).toEqual(['pin', 'picture']);
  expect([outbox.letters(), await openLetterStore().all()]).toEqual([[], []]);
});

it('shows a note at once, and keeps it while there is no line', async () => {
  line.fails = () => offline;
  const outbox = open();
  const note = aNote();
  let heard = 0;
  outbox.subscribe(() => {
    heard += 1;
  });
  await outbox.add(note);
  await outbox.flush();
  expect(outbox.letters()).toEqual([note]);
  expect(heard).toBeGreaterThan(0);
  line.fails = () => null;
  await outbox.flush();
  expect([line.made.length, outbox.letters()]).toEqual([1, []]);
});

it('sends after the tab was closed what it could not send before', async () => {
  line.fails = () => offline;
  const before = open();
  const notes = [aNote({ text: 'first' }), withPicture(), aNote({ text: 'third' })];
  for (const note of notes) await before.add(note);
  await before.flush();

  line.fails = () => null;
  const after = open();
  await after.flush();
  expect(paths(line.made)).toEqual([
    '/frames/frame/pins',
    '/frames/frame/pins',
    `/pins/${notes[1]?.id}/attachments`,
    '/frames/frame/pins',
  ]);
  expect(after.letters()).toEqual([]);
});

it('uses the same key for each try, so that what arrived without an answer is made once', async () => {
  line.arrives = true;
  let broken = 3;
  line.fails = () => (broken-- > 0 ? offline : null);
  const outbox = open();
  await outbox.add(withPicture());
  for (let n = 0; n < 6; n += 1) await outbox.flush();
  expect(line.sent.length).toBeGreaterThan(2);
  expect(line.made.length).toBe(2);
});

it('goes on with the picture when only the note has arrived', async () => {
  line.fails = ({ path }) => (path.includes('attachments') ? offline : null);
  const first = open();
  await first.add(withPicture());
  await first.flush();
  expect(line.sent.length).toBe(1);
  line.fails = () => null;
  await open().flush();
  expect(paths(line.sent).filter((path) => path.endsWith('/pins'))).toHaveLength(1);
  expect(line.made.length).toBe(2);
});

it('is one however often it is flushed at once, also from two tabs', async () => {
  line.fails = () => offline;
  const [one, two] = [open(), open()];
  await one.add(aNote());
  await one.flush();
  line.fails = () => null;
  const other = open();
  await Promise.all([one.flush(), one.flush(), other.flush(), two.flush()]);
  expect(line.made.length).toBe(1);
});

it('keeps the order: nothing overtakes what waits', async () => {
  const notes = ['a', 'b', 'c'].map((text) => aNote({ text }));
  let first = true;
  line.fails = ({ body }) => {
    const isFirst = first && (body as { note: string }).note === 'a';
    first = false;
    return isFirst ? new ApiError(503, 'blob.missing', 'Not now.') : null;
  };
  const outbox = open();
  for (const note of notes) await outbox.add(note);
  await outbox.flush();
  await outbox.flush();
  expect(line.made.map(({ body }) => (body as { note: string }).note)).toEqual(['a', 'b', 'c']);
});

it('keeps a refused note with its reason, sends those after it, and lets it be tried again or discarded', async () => {
  const [refused, next] = [aNote({ text: 'too far out' }), aNote({ text: 'next' })];
  line.fails = ({ body }) =>
    (body as { id: string }).id === refused.id
      ? new ApiError(422, 'region.outside', 'The region lies outside the picture.')
      : null;
  const outbox = open();
  await outbox.add(refused);
  await outbox.add(next);
  await outbox.flush();
  const kept: Letter = {
    ...refused,
    refused: { code: 'region.outside', title: 'The region lies outside the picture.' },
  };
  expect(outbox.letters()).toEqual([kept]);
  expect(line.made.map(({ body }) => (body as { note: string }).note)).toEqual(['next']);

  const reopened = open();
  await reopened.flush();
  expect(reopened.letters()).toEqual([kept]);
  const keys: string[] = [];
  line.fails = ({ key }) => {
    keys.push(key);
    return new ApiError(422, 'region.outside', 'The region lies outside the picture.');
  };
  await reopened.again(refused.id);
  await reopened.again(refused.id);
  expect(new Set(keys).size).toBe(2);
  await reopened.discard(refused.id);
  expect([reopened.letters(), await openLetterStore().all()]).toEqual([[], []]);
});

it.each([
  [429, 'review.too-many-tries'],
  [500, 'http.unreadable'],
  [409, 'idempotency.in-progress'],
  [401, 'auth.invalid'],
  [410, 'link.revoked'],
])('keeps waiting after %d %s', async (status, code) => {
  line.fails = () => new ApiError(status, code, 'no');
  const outbox = open();
  const note = aNote();
  await outbox.add(note);
  await outbox.flush();
  expect(outbox.letters()).toEqual([note]);
  await outbox.discard(note.id);
});

it('leaves alone what belongs to another link', async () => {
  line.fails = () => offline;
  const mine = open();
  await mine.add(aNote());
  await mine.flush();
  line.fails = () => null;
  const other = open(newId<PinId>());
  await other.flush();
  expect([line.sent, other.letters()]).toEqual([[], []]);
});
