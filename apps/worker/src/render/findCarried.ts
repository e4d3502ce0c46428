import {
  keepFinding,
  loadMasks,
  loadSearch,
  type Outcome,
  type Search,
  type SearchedFrame,
} from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import {
  type CarryId,
  carryPlacement,
  type FrameId,
  type Homography,
  type Intent,
  mapPoint,
  placementProblem,
  type Region,
  regionProblem,
  type StudioId,
  scaleAt,
} from '@pinpaint/domain';
import type { SoughtRegion } from '@pinpaint/pictures';
import { boundsCentre } from './boundsCentre.ts';
import { readLayers } from './readLayers.ts';
import { keepBytes, type RenderDeps, withFile } from './renderDeps.ts';

type Blob = Awaited<ReturnType<typeof keepBytes>>;

/** Looks for an edit's region in one other frame of its series. */
export async function findCarried(deps: RenderDeps, job: Jobs['carry.find']): Promise<void> {
  const place = {
    studioId: job.studioId as StudioId,
    carryId: job.carryId as CarryId,
    frameId: job.frameId as FrameId,
  };
  const search = await loadSearch(deps.ctx, place);
  if (!search) return;
  const outcome = await lookFor(deps, search);
  await keepFinding(deps.ctx, search, outcome);
  deps.log.info({ ...place, state: outcome.state }, 'frame looked through');
}

async function lookFor(deps: RenderDeps, search: Search): Promise<Outcome> {
  const { target, isThere, edit, intent, region } = search;
  if (isThere) return { state: 'left_out', reason: 'series.already-carried', place: null };
  if (!target) return { state: 'left_out', reason: 'series.frame-not-ready', place: null };
  const sought = await seek(deps, { ...search, target }, region);
  if (!sought.finding.found) {
    const { reason, figures } = sought.finding;
    return { state: 'left_out', reason, place: figures && { figures } };
  }
  const { way, model, matrix, figures } = sought.finding;
  const drawn = await draw(deps, sought);
  const shown = await carryIntent(deps, { ...search, target }, intent, matrix);
  if (!drawn || !shown) return { state: 'left_out', reason: lostReason(intent), place: { figures } };
  const scale = scaleOf(matrix, region);
  const locks = await carryLocks(deps, { ...search, target }, matrix);
  return {
    state: 'found',
    place: { way, model, matrix, figures },
    region: drawn.region,
    intent: shown.intent,
    growPx: scaled(edit.growPx, scale),
    featherPx: scaled(edit.featherPx, scale),
    locks: locks.map(({ name, region: lock }) => ({ name, region: lock })),
    masks: [...drawn.masks, ...shown.masks, ...locks.flatMap(({ masks }) => masks)],
  };
}

type Targeted = Search & { readonly target: NonNullable<Search['target']> };

async function seek(
  deps: RenderDeps,
  { source, target, known }: Targeted,
  region: Region,
): Promise<SoughtRegion> {
  const masks = await loadMasks(deps.ctx, [region]);
  return withFrame(deps, source, (from) =>
    withFrame(deps, target, (to) =>
      deps.pixels.run('seekRegion', { source: from, target: to, region, known, masks }),
    ),
  );
}

async function withFrame<T>(
  deps: RenderDeps,
  { masterBlob, bounds, layers }: SearchedFrame,
  use: (frame: {
    readonly masterPath: string;
    readonly bounds: SearchedFrame['bounds'];
    readonly layers: Awaited<ReturnType<typeof readLayers>>;
  }) => Promise<T>,
): Promise<T> {
  const files = await readLayers(deps, layers);
  return withFile(deps, masterBlob, (masterPath) => use({ masterPath, bounds, layers: files }));
}

type Drawn = { readonly region: Region; readonly masks: readonly Blob[] };

/** Stores the mask of a region that is drawn by its samples. */
async function draw(deps: RenderDeps, sought: SoughtRegion): Promise<Drawn | null> {
  if (!sought.finding.found || !('region' in sought)) return null;
  if (!sought.mask) return { region: sought.region as Region, masks: [] };
  const blob = await keepBytes(deps, sought.mask, 'image/png');
  const { rect } = sought.region as { readonly rect: Extract<Region, { kind: 'raster' }>['rect'] };
  return { region: { kind: 'raster', rect, mask: blob.digest }, masks: [blob] };
}

/** What a wish names by its place in the frame goes along; null where that was not found. */
async function carryIntent(
  deps: RenderDeps,
  search: Targeted,
  intent: Intent,
  matrix: Homography,
): Promise<{ readonly intent: Intent; readonly masks: readonly Blob[] } | null> {
  const { wish } = intent;
  if (wish?.kind === 'place' && wish.placement) {
    const placement = carryPlacement(wish.placement, matrix);
    if (!placement || placementProblem(placement, search.target.bounds)) return null;
    return { intent: { ...intent, wish: { ...wish, placement } }, masks: [] };
  }
  if (wish?.kind !== 'match' || !wish.at) return { intent, masks: [] };
  const drawn = await draw(deps, await seek(deps, search, wish.at));
  return drawn && { intent: { ...intent, wish: { ...wish, at: drawn.region } }, masks: drawn.masks };
}

function lostReason({ wish }: Intent) {
  return wish?.kind === 'place' ? 'series.partly-outside' : 'series.reference-not-found';
}

/** Where the region went, they go; one that lies outside there holds nothing. */
async function carryLocks(deps: RenderDeps, search: Targeted, matrix: Homography) {
  const carried = await Promise.all(
    search.locks.map(async ({ name, region }) => {
      const drawn = await draw(deps, await seek(deps, { ...search, known: matrix }, region));
      return drawn && !regionProblem(drawn.region, search.target.bounds) ? { name, ...drawn } : null;
    }),
  );
  return carried.filter((lock) => lock !== null);
}

function scaleOf(matrix: Homography, region: Region): number {
  const centre = boundsCentre(region);
  return centre && mapPoint(matrix, centre) ? scaleAt(matrix, centre) : 1;
}

function scaled(px: number | null, scale: number): number | null {
  return px === null ? null : Math.round(px * scale);
}
