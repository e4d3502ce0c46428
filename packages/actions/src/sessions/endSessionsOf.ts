import type { Writing } from '@pinpaint/db';
import type { PersonId, StudioId } from '@pinpaint/domain';

type Whose = { readonly studioId: StudioId; readonly personId: PersonId };

/** All that somebody has in a studio. */
export async function endSessionsOf(
  { tx, record }: Writing,
  { studioId, personId }: Whose,
  now: Date,
): Promise<void> {
  const open = { studioId, personId, revokedAt: null };
  const sessions = await tx.session.updateManyAndReturn({ where: open, data: { revokedAt: now } });
  for (const { id } of sessions) {
    record({ topic: 'session.ended', subject: { kind: 'session', id }, payload: { personId } });
  }
}
