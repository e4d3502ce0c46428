import type { Writing } from '@pinpaint/db';
import { newId, type StudioId, type VersionId } from '@pinpaint/domain';
import type { FrameAt } from '../frames/findFrame.ts';
import { newestVersion } from './newestVersion.ts';

/**
 * The frame's open draft; when there is none, a new one on top of the newest version, with its layers.
 * The head's lock makes it one, and an index does too. Null while the frame has no version at all.
 */
export async function openDraft(
  { tx, record }: Writing,
  { frame, studioId, by }: { readonly frame: FrameAt; readonly studioId: StudioId; readonly by: string },
): Promise<{ readonly id: VersionId; readonly number: number } | null> {
  const parent = await newestVersion(tx, frame.id);
  if (!parent) return null;
  if (parent.state === 'draft') return { id: parent.id as VersionId, number: parent.number };
  const id = newId<VersionId>();
  const last = await tx.version.aggregate({ where: { frameId: frame.id }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const { bounds } = parent;
  await tx.version.create({
    data: {
      id,
      studioId,
      frameId: frame.id,
      number,
      parentId: parent.id,
      state: 'draft',
      bounds,
      createdBy: by,
    },
  });
  const below = await tx.versionLayer.findMany({ where: { versionId: parent.id } });
  await tx.versionLayer.createMany({ data: below.map((layer) => ({ ...layer, versionId: id })) });
  record({
    topic: 'version.created',
    subject: { kind: 'version', id },
    scope: frame.scope,
    payload: { number, state: 'draft', parentId: parent.id },
  });
  return { id, number };
}
