import { type FrameId, newId, type PinId } from '@pinpaint/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addDrawing,
  addMaskStroke,
  placeFrame,
  removeDrawing,
  removeGroup,
  removeMaskStrokes,
  removeSticky,
  setGroup,
  setSticky,
} from './changeBoard.ts';
import { type BoardView, readBoard } from './readBoard.ts';
import { restoreBoard } from './restoreBoard.ts';

const frameIds = Array.from({ length: 3 }, () => newId<FrameId>());
const pinIds = Array.from({ length: 2 }, () => newId<PinId>());

type Deed = readonly [kind: number, which: number, value: number];
const deeds = fc.array(fc.tuple(fc.nat(8), fc.nat(2), fc.nat(5)), { maxLength: 25 });

function doAll(doc: Y.Doc, all: readonly Deed[]): void {
  for (const deed of all) doOne(doc, deed);
}

function doOne(doc: Y.Doc, [kind, which, value]: Deed): void {
  const id = String(which);
  const [frameId, pinId] = [frameIds[which], pinIds[which % 2]];
  if (!frameId || !pinId) return;
  const look = { x: value, y: 0, width: 9, height: 9, text: `says ${value}`, colour: 'pink' } as const;
  const stroke = { points: [[value, 1]], radiusPx: 4, erase: false } as const;
  const acts = [
    () => placeFrame(doc, frameId, { x: value, y: which, scale: 1 }),
    () => setGroup(doc, id, { name: id, frameIds: frameIds.slice(0, value % 4) }),
    () => removeGroup(doc, id),
    () => setSticky(doc, id, look),
    () => removeSticky(doc, id),
    () => addDrawing(doc, id, { points: [[value, value]], widthPx: 1, colour: 'blue' }),
    () => removeDrawing(doc, id),
    () => addMaskStroke(doc, id, { pinId, stroke }),
    () => removeMaskStrokes(doc, pinId),
  ];
  acts[kind]?.();
}

it('makes the document what it was, whatever was done since, and undo takes that back', () => {
  fc.assert(
    fc.property(deeds, deeds, (before, after) => {
      const doc = new Y.Doc();
      doAll(doc, before);
      const past = readBoard(doc);
      doAll(doc, after);
      const now = readBoard(doc);
      const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['me']) });
      const changed = restoreBoard(doc, past, { origin: 'me' });
      expect(readBoard(doc)).toEqual(past);
      expect(restoreBoard(doc, past)).toBe(0);
      if (changed > 0) undo.undo();
      expect(readBoard(doc)).toEqual(now);
    }),
  );
});

it('comes to one document with what others did meanwhile, in which nothing is there twice', () => {
  fc.assert(
    fc.property(deeds, deeds, deeds, (before, after, meanwhile) => {
      const mine = new Y.Doc();
      doAll(mine, before);
      const past = readBoard(mine);
      doAll(mine, after);
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(mine));
      restoreBoard(mine, past);
      doAll(other, meanwhile);
      const theirs = readBoard(other);
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(other));
      Y.applyUpdate(other, Y.encodeStateAsUpdate(mine));
      const all = readBoard(mine);
      expect(readBoard(other)).toEqual(all);
      for (const part of Object.keys(all) as (keyof BoardView)[]) {
        for (const [id, value] of all[part]) {
          expect([past[part].get(id), theirs[part].get(id)]).toContainEqual(value);
        }
      }
    }),
  );
});

it('sends no more than what differs', () => {
  const doc = new Y.Doc();
  for (let n = 0; n < 500; n += 1) setSticky(doc, `${n}`, { ...note, x: n });
  const past = readBoard(doc);
  removeSticky(doc, '7');
  const before = Y.encodeStateVector(doc);
  expect(restoreBoard(doc, past)).toBe(1);
  expect(Y.encodeStateAsUpdate(doc, before).length).toBeLessThan(300);
});

const note = { x: 0, y: 0, width: 9, height: 9, text: 'note', colour: 'green' } as const;
