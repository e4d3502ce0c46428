import type { FrameId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import type { FrameScene } from './scene.ts';
import { sceneToDraw } from './sceneToDraw.ts';

const frameId = 'frame' as FrameId;
const bounds = { x: 0, y: 0, width: 60, height: 40 };
const original: FrameScene = { frameId, base: { path: '/frames/1', bounds }, overlays: [] };
const withLayer: FrameScene = { ...original, overlays: [{ path: '/layer', opacity: 1 }] };
const rendered: FrameScene = { frameId, base: { path: '/versions/2', bounds }, overlays: [] };

const nothing = { isComplete: () => false, isBegun: () => false };
const onlyShown = { isComplete: () => false, isBegun: () => true };
const everything = { isComplete: () => true, isBegun: () => true };

it('begins with what is wanted, before anything has come', () => {
  expect(sceneToDraw(null, withLayer, nothing)).toBe(withLayer);
});

it('keeps layers over the original until the rendered picture is there', () => {
  expect(sceneToDraw(withLayer, rendered, onlyShown)).toBe(withLayer);
});

it('changes as soon as all of the next is there', () => {
  expect(sceneToDraw(withLayer, original, everything)).toBe(original);
});

it('waits for nothing on behalf of a picture of which nothing is seen yet', () => {
  expect(sceneToDraw(original, rendered, nothing)).toBe(rendered);
});
