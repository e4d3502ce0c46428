import { canonicalJson, type Json, mayBeRisky, type PixelRect, sha256Hex, type Wish } from '@pinpaint/domain';
import { readLayer } from '../candidates/readLayer.ts';
import type { Ctx } from '../ctx.ts';
import { loadMasks } from '../masks/loadMasks.ts';
import { lockRegions } from '../masks/permittedOf.ts';
import type { PinAt } from '../pins/findPin.ts';
import { contentDigest, layersOf, type PlacedLayer } from '../versions/contentOf.ts';
import { cropNeeds } from './cropNeeds.ts';
import type { EditArea } from './editArea.ts';

export type Foresight =
  /** Somebody looks at the pixels just now; ask again. */
  | { readonly state: 'looking' }
  | { readonly state: 'ready'; readonly figures: Readonly<Record<string, number>> }
  /** It could not be found out. */
  | { readonly state: 'unknown' };

export type ForeseePin = {
  readonly pin: PinAt;
  readonly version: { readonly id: string; readonly bounds: PixelRect };
  readonly area: EditArea;
  readonly wish: Wish;
};

const looking: Foresight = { state: 'looking' };
const unknown: Foresight = { state: 'unknown' };

/**
 * What may go wrong with an edit of this pin, from its pixels. The first who asks starts the looking and is told so;
 * a person who still draws waits for nothing.
 */
export async function foreseePin(ctx: Ctx, ask: ForeseePin): Promise<Foresight> {
  if (!mayBeRisky(ask.wish)) return { state: 'ready', figures: {} };
  const { pin, version, area, wish } = ask;
  const { masterBlob, masterDigest, profileBlob } = pin.frame;
  if (!masterBlob || !masterDigest) return unknown;
  const [layers, locks] = await Promise.all([layersOf(ctx.db, version.id), lockRegions(ctx.db, pin.frameId)]);
  const shown = layers.filter(({ visible, opacity }) => visible && opacity > 0);
  const base = contentDigest({ masterDigest, profileBlob, bounds: version.bounds, layers: shown });
  const key = sha256Hex(canonicalJson({ base, area, locks, kind: wish.kind } as unknown as Json));
  const found = seenBy(ctx.pixels);
  const known = found.get(key);
  if (known) return known;
  remember(found, key, looking);
  // Nobody waits for it: who asked asks again.
  void look(ctx, { ...ask, masterBlob, layers: shown, locks }).then(
    (seen) => remember(found, key, seen),
    () => remember(found, key, unknown),
  );
  return looking;
}

/** By what was looked at; as long as the threads live that look. */
const seen = new WeakMap<Ctx['pixels'], Map<string, Foresight>>();
const mostSeen = 500;

function seenBy(pixels: Ctx['pixels']): Map<string, Foresight> {
  const found = seen.get(pixels) ?? new Map<string, Foresight>();
  seen.set(pixels, found);
  return found;
}

/** The oldest goes first. */
function remember(found: Map<string, Foresight>, key: string, what: Foresight): void {
  found.delete(key);
  found.set(key, what);
  const [oldest] = found.keys();
  if (found.size > mostSeen && oldest) found.delete(oldest);
}

type Look = ForeseePin & {
  readonly masterBlob: string;
  readonly layers: readonly PlacedLayer[];
  readonly locks: Awaited<ReturnType<typeof lockRegions>>;
};

async function look(ctx: Ctx, { area, wish, masterBlob, layers, locks }: Look): Promise<Foresight> {
  const master = await ctx.blobs.localFile(masterBlob);
  if (!master) return unknown;
  try {
    const figures = await ctx.pixels.foresee({
      ...area,
      masterPath: master.path,
      layers: await Promise.all(layers.map((layer) => readLayer(ctx, layer))),
      locks,
      masks: await loadMasks(ctx, [area.region, ...locks]),
      needs: cropNeeds(wish.kind, anySize),
      holeNeeds: cropNeeds('remove', anySize),
    });
    return { state: 'ready', figures: figures ?? {} };
  } finally {
    await master.release();
  }
}

/** The surroundings count, not an engine's own size. */
const anySize = { nativeSizes: [], maxPixels: Number.MAX_SAFE_INTEGER };
