import type { EditId } from '@pinpaint/domain';
import type { Provenance } from '../candidates/toCandidate.ts';

/** What `Frame.drawing` holds: that no camera took this picture, and how it came about. */
export type Drawing = {
  readonly editId: EditId;
  /** What was asked for, word for word. */
  readonly prompt: string;
  readonly aspect: string;
  readonly engine: string;
  /** What the engine said of how it was made; null until it is. */
  readonly provenance: Provenance | null;
};
