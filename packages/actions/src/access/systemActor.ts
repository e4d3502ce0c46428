import type { DeedActor } from '@pinpaint/db';

/** What happens as a consequence of something else, done by the installation itself. */
export const systemActor: DeedActor = { kind: 'system', id: 'pinpaint' };
