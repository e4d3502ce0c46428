import type { Prisma, Writing } from '@pinpaint/db';
import type { Intent, PinId, Region } from '@pinpaint/domain';
import type { FrameAt } from '../frames/findFrame.ts';
import type { PinExtend } from './toPin.ts';

export type NewPin = {
  readonly id: PinId;
  readonly frame: FrameAt;
  readonly versionId: string;
  readonly region: Region;
  readonly note: string;
  readonly extend?: PinExtend | undefined;
  /** A reading that somebody has settled already. */
  readonly intent?: Intent;
  readonly author: { readonly byPersonId: string } | { readonly byGuestId: string };
};

/** The row with the frame's next number, and its event; who may and whether it makes sense was asked before. */
export async function createPin({ tx, record }: Writing, wish: NewPin): Promise<Prisma.PinModel> {
  const { id, frame, versionId, region, note, extend, intent, author } = wish;
  const last = await tx.pin.aggregate({ where: { frameId: frame.id }, _max: { number: true } });
  const pin = await tx.pin.create({
    data: {
      id,
      studioId: frame.studioId,
      frameId: frame.id,
      versionId,
      number: (last._max.number ?? 0) + 1,
      region,
      ...(extend ? { extend } : {}),
      ...(intent ? { intent: intent as unknown as Prisma.InputJsonValue } : {}),
      note,
      ...author,
    },
  });
  record({
    topic: 'pin.placed',
    subject: { kind: 'pin', id },
    scope: frame.scope,
    payload: { number: pin.number },
    texts: { note },
  });
  return pin;
}
