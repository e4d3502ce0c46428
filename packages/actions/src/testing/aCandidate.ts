import { randomBytes } from 'node:crypto';
import { writing } from '@pinpaint/db';
import {
  type CandidateId,
  type EditId,
  type FrameId,
  inflateRect,
  newId,
  type PinId,
  type PixelRect,
  type StudioId,
} from '@pinpaint/domain';
import { acceptCandidate } from '../candidates/acceptCandidate.ts';
import type { Ctx } from '../ctx.ts';
import { loadPreparation } from '../edits/loadPreparation.ts';
import { proposeCandidates } from '../edits/proposeCandidates.ts';
import { savePreparation } from '../edits/savePreparation.ts';
import { findFrameRow } from '../frames/findFrame.ts';
import { swapPinState } from '../pins/swapPinState.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import type { TestStudio } from './aStudio.ts';
import { valueFrom } from './valueFrom.ts';

export type CandidateWish = {
  readonly frameId: FrameId;
  /** Of patch and alpha. */
  readonly rect: PixelRect;
  readonly pinId?: PinId;
  /** Of an extend: what the frame is to cover. */
  readonly extendTo?: PixelRect;
  /** PNG files; without them, bytes that only have a name. */
  readonly files?: {
    readonly permitted: Uint8Array;
    readonly patch: Uint8Array;
    readonly alpha: Uint8Array;
  };
};

export type TestCandidate = { readonly candidateId: CandidateId; readonly editId: EditId };

const aCost = { pixels: 400, seconds: 1, usd: 0, spread: null };

/** A proposed candidate by the actions that make real ones; only the engine's run is left out. */
export async function aCandidate(
  ctx: Ctx,
  { studioId, people }: TestStudio,
  { frameId, rect, pinId, extendTo, files }: CandidateWish,
): Promise<TestCandidate> {
  const version = await newestVersion(ctx.db, frameId);
  if (!version) throw new Error(`Frame ${frameId} has no version`);
  const editId = newId<EditId>();
  const { permitted, patch, alpha } = files ?? nameless();
  await ctx.db.edit.create({
    data: {
      id: editId,
      studioId,
      frameId,
      pinId: pinId ?? null,
      baseVersionId: version.id,
      engine: 'grade',
      intent: { wish: extendTo ? { kind: 'extend', aspect: extendTo, anchor: 'center' } : null },
      note: 'warmer',
      region: { kind: 'rectangle', ...rect },
      seed: 1,
      estimate: { region: aCost, frame: aCost },
      bounds: extendTo ?? version.bounds,
      createdBy: people.artist.actor.personId,
    },
  });
  if (pinId) await startPin(ctx, studioId, { pinId, frameId });
  const preparation = await loadPreparation(ctx, { studioId, editId });
  if (!preparation) throw new Error('The edit is not to be prepared');
  await savePreparation(ctx, preparation, {
    permittedRect: rect,
    permitted: await kept(ctx, permitted),
    cropRect: inflateRect(rect, 8),
    cropSize: rect,
    depth: 8,
    request: await kept(ctx, randomBytes(16)),
  });
  await ctx.db.edit.update({ where: { id: editId }, data: { state: 'running', leaseEpoch: 1 } });
  const made = {
    patch: await kept(ctx, patch),
    alpha: await kept(ctx, alpha),
    rect,
    seed: 1,
    figures: { seam: 1, ghost: 0 },
    flags: [],
    proof: { changedInside: 1, changedOutside: 0, changedInLocks: 0 },
    provenance: null,
  };
  valueFrom(await proposeCandidates(ctx, { studioId, editId, epoch: 1, candidates: [made] }));
  const { id } = await ctx.db.candidate.findFirstOrThrow({ where: { editId } });
  return { candidateId: id as CandidateId, editId };
}

/** One that the artist has accepted: a layer on top of the frame's draft. */
export async function aLayer(ctx: Ctx, studio: TestStudio, wish: CandidateWish) {
  const { candidateId } = await aCandidate(ctx, studio, wish);
  const artist = studio.people.artist.actor;
  return valueFrom(await acceptCandidate(ctx, artist, { candidateId, placeAnyway: true }));
}

/** No two are the same, so that each has a digest of its own. */
function nameless() {
  return { permitted: randomBytes(16), patch: randomBytes(16), alpha: randomBytes(16) };
}

async function kept(ctx: Ctx, bytes: Uint8Array) {
  const stored = valueFrom(await ctx.blobs.put(bytes, { maxBytes: bytes.byteLength }));
  return { ...stored, mediaType: 'image/png' };
}

async function startPin(
  ctx: Ctx,
  studioId: StudioId,
  { pinId, frameId }: { readonly pinId: PinId; readonly frameId: FrameId },
): Promise<void> {
  const frame = await findFrameRow(ctx.db, studioId, frameId);
  const pin = await ctx.db.pin.findUniqueOrThrow({ where: { id: pinId } });
  if (!frame) throw new Error(`Frame ${frameId} is not there`);
  const actor = { kind: 'system', id: 'test' } as const;
  valueFrom(
    await writing(ctx.db, { studioId, actor }, (w) =>
      swapPinState(w, { pin, event: 'startEdit', scope: frame.scope }),
    ),
  );
}
