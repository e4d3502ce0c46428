import type { Wish } from '@pinpaint/domain';
import type { ReportProgress } from '../engine.ts';

/** What every stage is given of the run it belongs to. */
export type Run = { readonly signal: AbortSignal; readonly progress: ReportProgress };

export type WishOf<Kind extends Wish['kind']> = Extract<Wish, { readonly kind: Kind }>;
