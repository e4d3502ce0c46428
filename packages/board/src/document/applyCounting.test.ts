import { type FrameId, newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyCounting } from './applyCounting.ts';
import { placeFrame, placeFrames, removeSticky, setSticky } from './changeBoard.ts';
import { readBoard } from './readBoard.ts';

const sticky = { x: 0, y: 0, width: 9, height: 9, text: 'note', colour: 'green' } as const;

it('tells what is there, other or gone afterwards, and nothing of what came and went', () => {
  const doc = new Y.Doc();
  const [moved, placed] = [newId<FrameId>(), newId<FrameId>()];
  placeFrame(doc, moved, { x: 0, y: 0, scale: 1 });
  setSticky(doc, 'goes', sticky);
  const past = new Y.Doc();
  Y.applyUpdate(past, Y.encodeStateAsUpdate(doc));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  placeFrame(doc, moved, { x: 1, y: 0, scale: 1 });
  placeFrame(doc, moved, { x: 2, y: 0, scale: 1 });
  placeFrame(doc, placed, { x: 3, y: 0, scale: 1 });
  removeSticky(doc, 'goes');
  setSticky(doc, 'tried', sticky);
  removeSticky(doc, 'tried');
  const none = { added: [], changed: [], removed: [] };
  expect(applyCounting(past, updates)).toEqual({
    frames: { added: [placed], changed: [moved], removed: [] },
    groups: none,
    regions: none,
    strokes: none,
    stickies: { added: [], changed: [], removed: ['goes'] },
    drawings: none,
  });
  expect(readBoard(past)).toEqual(readBoard(doc));
});

it('tells of frames that somebody put somewhere, and of none that stayed in the rows where they lay', () => {
  const doc = new Y.Doc();
  const [put, stayed] = [newId<FrameId>(), newId<FrameId>()];
  const place = { x: 0, y: 0, scale: 1 };
  const past = new Y.Doc();
  let updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const count = () => {
    const { frames } = applyCounting(past, updates);
    updates = [];
    return frames;
  };

  placeFrames(doc, new Map([[put, place]]), { laid: new Map([[stayed, place]]) });
  expect(count()).toEqual({ added: [put], changed: [], removed: [] });
  const lies = readBoard(doc).frames.get(stayed) ?? place;
  placeFrames(doc, new Map([[stayed, { ...lies, x: 1 }]]));
  expect(count()).toEqual({ added: [], changed: [stayed], removed: [] });
});

it('says nothing of frames that fall back into the rows, where they lay before somebody else was put somewhere', () => {
  const doc = new Y.Doc();
  const [put, stayed] = [newId<FrameId>(), newId<FrameId>()];
  const place = { x: 0, y: 0, scale: 1 };
  placeFrames(doc, new Map([[put, place]]), { laid: new Map([[stayed, place]]) });
  const past = new Y.Doc();
  Y.applyUpdate(past, Y.encodeStateAsUpdate(doc));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.transact(() => {
    for (const id of [put, stayed]) doc.getMap('frames').delete(id);
  });
  expect(applyCounting(past, updates).frames).toEqual({ added: [], changed: [], removed: [put] });
});
