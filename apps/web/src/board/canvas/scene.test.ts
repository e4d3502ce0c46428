import { type FlagCode, type FrameId, newId, type VersionId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import type { Frame, Version } from '../../data/types.ts';
import { isAsUploaded, sceneOf } from './scene.ts';

const size = { width: 400, height: 300 };
const bounds = { x: 0, y: 0, ...size };
const frameId = newId<FrameId>();
const at = '2030-01-01T00:00:00Z';
const frame: Frame = {
  id: frameId,
  boardId: newId(),
  number: 1,
  name: 'Bowl',
  state: 'ready',
  failureCode: null,
  failureSays: null,
  drawing: null,
  master: { digest: '0', size, depth: 8, channels: 3, profile: null },
  createdAt: at,
};

function aVersion(version: Partial<Version> = {}): Version {
  const made = {
    createdAt: at,
    submittedAt: null,
    digest: null,
    proof: null,
    decisions: [],
    submittedBy: null,
  };
  return {
    id: newId<VersionId>(),
    frameId,
    number: 1,
    state: 'draft',
    bounds,
    parentId: null,
    layers: [],
    ...made,
    ...version,
  };
}

function aLayer(layer: Partial<Version['layers'][number]> = {}): Version['layers'][number] {
  const made = {
    editId: newId(),
    engine: 'grade',
    pinId: null,
    pinNumber: null,
    cost: null,
    flags: [] as FlagCode[],
    by: { kind: 'person', id: newId(), name: 'Artist' },
    at,
  } as const;
  const names = { id: newId(), name: 'Blue', patchDigest: '1', alphaDigest: '2', made };
  return { ...names, rect: bounds, opacity: 255, blend: 'normal', visible: true, baseMoved: false, ...layer };
}

const proof: Version['proof'] = {
  changedInside: 1,
  changedOutside: 0,
  changedInLocks: 0,
  masterDigest: '0',
  resultDigest: '3',
  planesDigest: '4',
};
const master = { path: `/frames/${frameId}`, bounds };

function pictureWith(versions: readonly Version[], shown = {}, holdsBefore = false) {
  const [picture] = sceneOf({ frames: [frame], versions, shown, holdsBefore });
  return { base: picture?.base, overlays: picture?.overlays };
}

it('lays a draft’s visible layers over the master, faded as they are', () => {
  const [blue, faded, hidden] = [aLayer(), aLayer({ opacity: 51 }), aLayer({ visible: false })];
  const draft = aVersion({ layers: [blue, faded, hidden] });
  const path = (layer: { readonly id: string }) => `/versions/${draft.id}/layers/${layer.id}/overlay.png`;
  expect(pictureWith([draft])).toEqual({
    base: master,
    overlays: [
      { path: path(blue), opacity: 1 },
      { path: path(faded), opacity: 0.2 },
    ],
  });
});

it('shows a submitted version as the server has rendered it, and by its layers until then', () => {
  const version = aVersion({ state: 'in_review', layers: [aLayer()] });
  expect(pictureWith([version]).base).toEqual(master);
  expect(pictureWith([{ ...version, proof }])).toEqual({
    base: { path: `/versions/${version.id}`, bounds },
    overlays: [],
  });
});

it('takes what was taken back for not there', () => {
  const gone = aVersion({ state: 'withdrawn', layers: [aLayer()], proof });
  expect(pictureWith([gone])).toEqual({ base: master, overlays: [] });
});

it('shows a candidate over what is now, and without it while before is held', () => {
  const shown = { [frameId]: { kind: 'candidate', candidateId: 'c' } };
  expect(pictureWith([], shown).overlays).toEqual([{ path: '/candidates/c/overlay.png', opacity: 1 }]);
  expect(pictureWith([], shown, true).overlays).toEqual([]);
});

it('keeps a candidate that was taken until its layer is known, and then shows the layer alone', () => {
  const layer = aLayer();
  const shown = { [frameId]: { kind: 'taken', candidateId: 'c', editId: layer.made.editId } };
  expect(pictureWith([], shown).overlays).toEqual([{ path: '/candidates/c/overlay.png', opacity: 1 }]);
  const draft = aVersion({ layers: [layer] });
  expect(pictureWith([draft], shown)).toEqual(pictureWith([draft]));
});

it('leaves out a frame whose master is not made yet', () => {
  expect(
    sceneOf({ frames: [{ ...frame, master: null }], versions: [], shown: {}, holdsBefore: false }),
  ).toEqual([]);
});

it('a picture is as it was uploaded until somebody works on it or decides about it', () => {
  const first = aVersion({ state: 'in_review' });
  expect(isAsUploaded(first)).toBe(true);
  expect(isAsUploaded({ ...first, state: 'withdrawn' })).toBe(true);
  expect(isAsUploaded({ ...first, state: 'approved' })).toBe(false);
  expect(isAsUploaded({ ...first, layers: [aLayer()] })).toBe(false);
  expect(isAsUploaded({ ...first, parentId: newId() })).toBe(false);
});
