import { type FrameId, newId, type PinId, type Region } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addDrawing,
  addMaskStroke,
  placeFrame,
  placeFrames,
  refinePinRegion,
  removeMaskStrokes,
  removeSticky,
  setGroup,
  setPinRegionOnce,
  setSticky,
} from './changeBoard.ts';
import { readBoard } from './readBoard.ts';

const circle: Region = { kind: 'ellipse', cx: 10, cy: 10, rx: 5, ry: 5 };
const point: Region = { kind: 'point', x: 3, y: 4 };
const sticky = { x: 0, y: 0, width: 100, height: 80, text: 'Later', colour: 'yellow' } as const;

it('reads back what was put', () => {
  const doc = new Y.Doc();
  const [frameId, pinId] = [newId<FrameId>(), newId<PinId>()];
  placeFrame(doc, frameId, { x: 1, y: 2, scale: 0.5 });
  setGroup(doc, 'g', { name: 'Bowls', frameIds: [frameId] });
  setPinRegionOnce(doc, pinId, { region: circle });
  setSticky(doc, 's', sticky);
  addDrawing(doc, 'd', {
    points: [
      [0, 0],
      [1, 1],
    ],
    widthPx: 2,
    colour: 'pink',
  });
  const stroke = { points: [[1, 1]], radiusPx: 4, erase: false } as const;
  addMaskStroke(doc, 'm', { pinId, stroke });
  expect(readBoard(doc)).toEqual({
    frames: new Map([[frameId, { x: 1, y: 2, scale: 0.5 }]]),
    groups: new Map([['g', { name: 'Bowls', frameIds: [frameId] }]]),
    regions: new Map([[pinId, circle]]),
    strokes: new Map([['m', { pinId, stroke }]]),
    stickies: new Map([['s', sticky]]),
    drawings: new Map([
      [
        'd',
        {
          points: [
            [0, 0],
            [1, 1],
          ],
          widthPx: 2,
          colour: 'pink',
        },
      ],
    ]),
  });
  removeMaskStrokes(doc, pinId);
  expect(readBoard(doc).strokes.size).toBe(0);
});

it('keeps a region that people have refined, whoever puts the first one again', () => {
  const doc = new Y.Doc();
  const pinId = newId<PinId>();
  setPinRegionOnce(doc, pinId, { region: point });
  refinePinRegion(doc, pinId, { region: circle });
  setPinRegionOnce(doc, pinId, { region: point });
  expect(readBoard(doc).regions.get(pinId)).toEqual(circle);
});

it('makes one message of frames that are moved together', () => {
  const doc = new Y.Doc();
  let messages = 0;
  doc.on('update', () => {
    messages += 1;
  });
  const place = { x: 0, y: 0, scale: 1 };
  placeFrames(doc, new Map([1, 2, 3].map(() => [newId<FrameId>(), place])));
  expect([messages, readBoard(doc).frames.size]).toEqual([1, 3]);
});

it('takes back for a person what they did, and nothing of others', () => {
  const doc = new Y.Doc();
  const undo = new Y.UndoManager(doc.getMap('stickies'), { trackedOrigins: new Set(['me']) });
  setSticky(doc, 'mine', { ...sticky, origin: 'me' });
  setSticky(doc, 'theirs', { ...sticky, origin: 'them' });
  undo.undo();
  expect([...readBoard(doc).stickies.keys()]).toEqual(['theirs']);
  removeSticky(doc, 'theirs');
  expect(readBoard(doc).stickies.size).toBe(0);
});

it.each([
  ['frames', { x: Number.NaN, y: 0, scale: 1 }],
  ['frames', { x: 0, y: 0, scale: 0 }],
  ['groups', { name: 'g', frameIds: ['no id'] }],
  ['regions', { kind: 'lasso', points: [[1]] }],
  ['regions', { kind: 'unheard of' }],
  ['strokes', { pinId: 'no id' }],
  ['stickies', { ...sticky, colour: 'javascript:' }],
  ['drawings', null],
  ['drawings', 'words'],
] as const)('leaves out of %s what does not look right: %j', (part, value) => {
  const doc = new Y.Doc();
  doc.getMap(part).set('id', value);
  expect(readBoard(doc)[part].size).toBe(0);
});
