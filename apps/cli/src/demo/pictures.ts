import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PixelRect, rectOfSize, uniteRects } from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, diffPicture, type Placed, prove } from '@pinpaint/imaging';
import {
  compositeRect,
  decodeAlpha,
  decodePatch,
  digestSamples,
  encodeAlpha,
  encodeRendition,
  masterFormat,
  readCrop,
  readProfile,
  readStrips,
} from '@pinpaint/pictures';
import type { Stage } from './openStage.ts';
import type { CaseReport } from './report.ts';
import type { Proposal } from './runEdit.ts';
import { rendition, type Version } from './schemas.ts';

/** The picture as it was uploaded, upright, by its master. */
export type Before = { readonly masterPath: string; readonly rect: PixelRect };

const masterName = '.master.tif';

/** Once a case is over, only the pictures people look at stay. */
export function forgetMaster(dir: string): Promise<void> {
  return rm(join(dir, masterName), { force: true });
}

/** Fetches the master and writes `before.png` from it. */
export async function fetchBefore({ artist }: Stage, frameId: string, dir: string): Promise<Before> {
  const masterPath = join(dir, masterName);
  await writeFile(masterPath, await artist.bytes(`/frames/${frameId}/master`));
  const format = await masterFormat(masterPath);
  const outputPath = join(dir, 'before.png');
  await encodeRendition({ strips: readStrips(masterPath), format, kind: 'png', outputPath });
  return { masterPath, rect: rectOfSize(format) };
}

type Shown = { readonly proposal: Proposal; readonly before: Before; readonly dir: string };

/** The candidate over the picture, as it waits for somebody to look at it. Nothing of it is approved. */
export async function writeFlagged(
  stage: Stage,
  { proposal, before, dir }: Shown,
): Promise<CaseReport['proof']> {
  const { best, edit } = proposal;
  const permitted = await permittedAlpha(stage, proposal);
  const bounds = uniteRects(before.rect, edit.permittedRect ?? before.rect);
  const { icc, depth, channels } = await masterFormat(before.masterPath);
  const { width, height } = best.rect;
  const patch = await decodePatch(await stage.artist.bytes(`/candidates/${best.id}/patch.png`), {
    width,
    height,
    depth,
    channels: 3,
  });
  if (!patch.ok) throw new Error(`The candidate's patch can't be read: ${patch.error.code}`);
  const alpha = await alphaAt(stage, `/candidates/${best.id}/alpha.png`, best.rect);
  const layer = { patch: { x: best.rect.x, y: best.rect.y, picture: patch.value }, alpha, opacity: 255 };
  const after = await compositeRect({ masterPath: before.masterPath, bounds, layers: [layer] }, bounds);
  const format = { icc, depth, channels, width: bounds.width, height: bounds.height };
  await encodeRendition({ strips: [after], format, kind: 'png', outputPath: join(dir, 'after.png') });
  const whole = await wholeMaster(before);
  await writeMaskAndDiff({ before: whole, after, permitted, dir });
  const profile = icc && readProfile(icc);
  const profileDigest = profile?.ok ? profile.value.digest : null;
  return {
    ...prove({ before: whole, after, permitted: [permitted], locks: [] }),
    changedInLocks: best.proof.changedInLocks,
    masterDigest: await digestSamples(
      await masterFormat(before.masterPath),
      profileDigest,
      readStrips(before.masterPath),
    ),
    resultDigest: await digestSamples(format, profileDigest, one(after)),
  };
}

async function* one(placed: Placed): AsyncGenerator<Placed> {
  yield placed;
}

/** The approved version as the API hands it out. */
export async function writeResult(
  stage: Stage,
  { proposal, before, dir, version }: Shown & { version: Version },
): Promise<void> {
  const { artist } = stage;
  const { id } = await artist.post(`/versions/${version.id}/renditions`, { format: 'png' }, rendition);
  const ended = await artist.until(`/renditions/${id}`, rendition, {
    wanted: ({ state }) => state !== 'queued',
    limitMs: renditionLimitMs,
  });
  if (ended.state !== 'ready') throw new Error('The rendition could not be made');
  const path = join(dir, 'after.png');
  await writeFile(path, await artist.bytes(`/renditions/${id}/file`));
  const { x, y } = version.bounds;
  const after = { x, y, picture: await readCrop(path, rectOfSize(version.bounds)) };
  const permitted = await permittedAlpha(stage, proposal);
  await writeMaskAndDiff({ before: await wholeMaster(before), after, permitted, dir });
}

const renditionLimitMs = 5 * 60_000;

type Drawn = {
  readonly before: Placed;
  readonly after: Placed;
  readonly permitted: AlphaPlane;
  readonly dir: string;
};

async function writeMaskAndDiff({ before, after, permitted, dir }: Drawn): Promise<void> {
  const diff = diffPicture(before, after);
  await writeFile(join(dir, 'mask.png'), await encodeAlpha(alphaOver(permitted, diff.rect)));
  await writeFile(join(dir, 'diff.png'), await encodeAlpha(diff));
}

async function wholeMaster({ masterPath, rect }: Before): Promise<Placed> {
  return { x: 0, y: 0, picture: await readCrop(masterPath, rect) };
}

async function permittedAlpha(stage: Stage, { edit }: Proposal): Promise<AlphaPlane> {
  if (!edit.permittedRect) throw new Error('The edit has no permitted alpha');
  return alphaAt(stage, `/edits/${edit.id}/permitted.png`, edit.permittedRect);
}

async function alphaAt({ artist }: Stage, path: string, rect: PixelRect): Promise<AlphaPlane> {
  const alpha = await decodeAlpha(await artist.bytes(path), rect);
  if (!alpha.ok) throw new Error(`${path} can't be read: ${alpha.error.code}`);
  return alpha.value;
}
