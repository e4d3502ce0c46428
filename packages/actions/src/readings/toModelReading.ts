import type { Intent } from '@pinpaint/domain';

/** What `Pin.reading` holds. */
export type ModelReading = { readonly intent: Intent; readonly model: string };
