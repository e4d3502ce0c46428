import { type IntentKind, intersectRects, type PixelRect } from '@pinpaint/domain';
import {
  type AlphaPlane,
  alphaOver,
  composite,
  cropPicture,
  measureGhost,
  measureSeam,
  type Placed,
  type ProofCounts,
  prove,
  rectOfPlaced,
} from '@pinpaint/imaging';
import { decodePatch } from '../wire/encodePatch.ts';
import { unpackAlpha } from './lockTest.ts';

export type JudgeLayer = {
  /** The very bytes that the store will know by their digest. */
  readonly stored: { readonly rect: PixelRect; readonly patch: Uint8Array; readonly alpha: Uint8Array };
  readonly base: Placed;
  readonly permitted: AlphaPlane;
  readonly locked: AlphaPlane;
  readonly kind: IntentKind;
  /** What had pixels before. */
  readonly existing: PixelRect;
};

export type Judgement = { readonly proof: ProofCounts; readonly figures: Readonly<Record<string, number>> };

/** Kinds that keep the thing itself, so that an edge that was there already is no seam. */
const keepsThing: ReadonlySet<IntentKind> = new Set(['recolour', 'relight']);

/** Lays a layer over its base from the files it is stored as, and says what has changed and how it looks. */
export async function judgeLayer({
  stored,
  base,
  permitted,
  locked,
  kind,
  existing,
}: JudgeLayer): Promise<Judgement> {
  const { rect } = stored;
  const { depth } = base.picture;
  const [patch, alpha] = await Promise.all([
    decodePatch(stored.patch, { width: rect.width, height: rect.height, depth, channels: 3 }),
    unpackAlpha({ rect, png: stored.alpha }),
  ]);
  if (!patch.ok) throw new Error(`A patch just written can't be read: ${patch.error.code}`);
  const laid = { patch: { x: rect.x, y: rect.y, picture: patch.value }, alpha, opacity: 255 };
  const after = composite(base, laid);
  const cropRect = rectOfPlaced(base);
  const had = intersectRects(cropRect, existing);
  const before = had ? cropPicture(base, had) : base;
  const proof = prove({
    before,
    after: { ...base, picture: after },
    permitted: [permitted],
    locks: [locked],
  });
  const whole = alphaOver(alpha, cropRect).data;
  const seam = measureSeam({
    after,
    alpha: whole,
    ...(keepsThing.has(kind) ? { before: base.picture } : {}),
  });
  if (kind !== 'remove') return { proof, figures: { seam } };
  return { proof, figures: { seam, ghost: measureGhost({ before: base.picture, after, alpha: whole }) } };
}
