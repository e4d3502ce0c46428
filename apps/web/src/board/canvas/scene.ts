import { type FrameId, type PixelRect, rectOfSize } from '@pinpaint/domain';
import type { Frame, Version } from '../../data/types.ts';
import type { Shown } from '../state/boardStore.ts';

/** A picture that the server has as tiles and as a thumbnail, below the address of what it is a picture of. */
export type PictureSource = { readonly path: string; readonly bounds: PixelRect };

type LaidOverlay = { readonly path: string; readonly opacity: number };

/** What stands in a frame: a picture, and what is laid over it, lowest first. */
export type FrameScene = {
  readonly frameId: FrameId;
  readonly base: PictureSource;
  readonly overlays: readonly LaidOverlay[];
};

export type SceneSources = {
  readonly frames: readonly Frame[];
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly shown: Readonly<Record<string, Shown>>;
  readonly holdsBefore: boolean;
};

export function sceneOf({ frames, versions, shown, holdsBefore }: SceneSources): readonly FrameScene[] {
  return frames.flatMap((frame) => {
    if (!frame.master) return [];
    const own = versions.filter(({ frameId }) => frameId === frame.id);
    const master = { path: `/frames/${frame.id}`, bounds: rectOfSize(frame.master.size) };
    const wanted = shown[frame.id] ?? now;
    return [{ frameId: frame.id as FrameId, ...pictureOf({ master, own, wanted, holdsBefore }) }];
  });
}

/** Of a frame: its draft, or its newest version that was not taken back. */
export function newestOf(own: readonly Version[]): Version | null {
  return own.find(({ state }) => state !== 'discarded' && state !== 'withdrawn') ?? null;
}

/** Nobody has worked on it or decided about it: its state says nothing that anybody waits for. The first version that is submitted withdraws it. */
export function isAsUploaded({ state, parentId, layers }: Pick<Version, 'state' | 'parentId' | 'layers'>) {
  return (state === 'in_review' || state === 'withdrawn') && parentId === null && layers.length === 0;
}

/** Whether the layer that came of an edit stands in what the frame is now. */
export function holdsLayerOf(own: readonly Version[], editId: string): boolean {
  return newestOf(own)?.layers.some(({ made }) => made.editId === editId) ?? false;
}

export function candidatePath(candidateId: string): string {
  return `/candidates/${candidateId}/overlay.png`;
}

const now: Shown = { kind: 'now' };

type Picture = Pick<FrameScene, 'base' | 'overlays'>;
type Wish = {
  readonly master: PictureSource;
  readonly own: readonly Version[];
  readonly wanted: Shown;
  readonly holdsBefore: boolean;
};

function pictureOf({ master, own, wanted, holdsBefore }: Wish): Picture {
  const newest = pictureOfVersion(master, newestOf(own));
  switch (wanted.kind) {
    case 'taken':
    case 'candidate': {
      if (holdsBefore || (wanted.kind === 'taken' && holdsLayerOf(own, wanted.editId))) return newest;
      const candidate = { path: candidatePath(wanted.candidateId), opacity: 1 };
      return { ...newest, overlays: [...newest.overlays, candidate] };
    }
    case 'version': {
      const version = own.find(({ id }) => id === wanted.versionId) ?? null;
      const parent = own.find(({ id }) => id === version?.parentId) ?? null;
      return pictureOfVersion(master, holdsBefore ? parent : version);
    }
    case 'now':
      return holdsBefore ? beforeNewest(master, own) : newest;
  }
}

/** A submitted version is shown as the server has rendered it; until it has, and for a draft, its layers are laid here. */
function pictureOfVersion(master: PictureSource, version: Version | null): Picture {
  const layers = version?.layers.filter(({ visible, opacity }) => visible && opacity > 0) ?? [];
  if (!version || layers.length === 0) return { base: master, overlays: [] };
  if (version.state !== 'draft' && version.proof) {
    return { base: { path: `/versions/${version.id}`, bounds: version.bounds }, overlays: [] };
  }
  const overlays = layers.map(({ id, opacity }) => ({
    path: `/versions/${version.id}/layers/${id}/overlay.png`,
    opacity: opacity / 255,
  }));
  return { base: master, overlays };
}

/** Without its topmost layer; a version that has been submitted is compared with the one before it. */
function beforeNewest(master: PictureSource, own: readonly Version[]): Picture {
  const newest = newestOf(own);
  if (newest?.state !== 'draft') {
    return pictureOfVersion(master, own.find(({ id }) => id === newest?.parentId) ?? null);
  }
  const { base, overlays } = pictureOfVersion(master, newest);
  return { base, overlays: overlays.slice(0, -1) };
}
