import { type VersionAt, type VersionEvidence, versionEvidence } from '@pinpaint/actions';
import {
  boundsOfRegion,
  intersectRects,
  type PixelRect,
  type StudioId,
  type VersionId,
} from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha, rasterise } from '@pinpaint/imaging';
import {
  decodeAlpha,
  decodePatch,
  type LaidLayer,
  masterFormat,
  type VersionProofRequest,
  type VersionSource,
} from '@pinpaint/pictures';
import { fileOf, type RenderDeps } from './renderDeps.ts';

export type VersionFiles = {
  readonly version: VersionAt;
  readonly masterDigest: string;
  readonly source: VersionSource;
  readonly proof: Omit<VersionProofRequest, 'resultPath'>;
  release(): Promise<void>;
};

/** A version's layers unpacked, and the planes its proof counts under. Null when there is nothing to render yet. */
export async function loadVersionFiles(
  deps: RenderDeps,
  studioId: StudioId,
  versionId: VersionId,
): Promise<VersionFiles | null> {
  const evidence = await versionEvidence(deps.ctx.db, studioId, versionId);
  if (!evidence) return null;
  const master = await fileOf(deps, evidence.masterBlob);
  const { bounds } = evidence.version;
  const { depth } = await masterFormat(master.path);
  const layers = await Promise.all(
    evidence.layers
      .filter((layer) => layer.visible)
      .map(async (layer) => ({ layerId: layer.layerId, laid: await unpack(deps, layer, depth) })),
  );
  const permitted = await Promise.all(
    evidence.permitted.map(({ blob, rect }) => readAlpha(deps, blob, rect)),
  );
  const locks = await Promise.all(evidence.locks.map((lock) => lockPlane(deps, lock, { bounds, layers })));
  return {
    version: evidence.version,
    masterDigest: evidence.masterDigest,
    source: { masterPath: master.path, bounds, layers: layers.map(({ laid }) => laid) },
    proof: { masterPath: master.path, bounds, permitted, locks: locks.flatMap((plane) => plane ?? []) },
    release: () => master.release(),
  };
}

async function unpack(
  deps: RenderDeps,
  layer: VersionEvidence['layers'][number],
  depth: 8 | 16,
): Promise<LaidLayer> {
  const { rect, patchDigest, alphaDigest, opacity } = layer;
  const { width, height } = rect;
  const patch = await decodePatch(await readBytes(deps, patchDigest), { width, height, depth, channels: 3 });
  if (!patch.ok) throw new Error(`Layer ${layer.layerId}: ${patch.error.code}`);
  return {
    patch: { x: rect.x, y: rect.y, picture: patch.value },
    alpha: await readAlpha(deps, alphaDigest, rect),
    opacity,
  };
}

/** The lock where layers made since it was set show at all; what lay there before it is not its matter. */
async function lockPlane(
  deps: RenderDeps,
  { region, layerIds }: VersionEvidence['locks'][number],
  { bounds, layers }: { bounds: PixelRect; layers: readonly { layerId: string; laid: LaidLayer }[] },
): Promise<AlphaPlane | null> {
  const around = boundsOfRegion(region);
  const rect = around && intersectRects(around, bounds);
  if (!rect) return null;
  const masks = new Map<string, Uint8Array>();
  if (region.kind === 'raster') {
    masks.set(region.mask, (await readAlpha(deps, region.mask, region.rect)).data);
  }
  const lock = rasterise(region, rect, masks);
  const since = makeAlpha(rect);
  for (const { layerId, laid } of layers) {
    if (!layerIds.includes(layerId)) continue;
    const alpha = alphaOver(laid.alpha, rect);
    for (let i = 0; i < since.data.length; i += 1) if (lock.data[i] && alpha.data[i]) since.data[i] = 255;
  }
  return since;
}

async function readAlpha(deps: RenderDeps, digest: string, rect: PixelRect): Promise<AlphaPlane> {
  const alpha = await decodeAlpha(await readBytes(deps, digest), rect);
  if (!alpha.ok) throw new Error(`Alpha ${digest}: ${alpha.error.code}`);
  return alpha.value;
}

async function readBytes({ ctx }: RenderDeps, digest: string): Promise<Uint8Array> {
  const bytes = await ctx.blobs.read(digest);
  if (!bytes) throw new Error(`Blob ${digest} is missing`);
  return bytes;
}
