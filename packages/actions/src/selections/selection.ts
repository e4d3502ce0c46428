import type { PixelRect } from '@pinpaint/domain';
import type { Lasso, SelectionView } from '@pinpaint/imaging';

/** What `Selection.view` holds: the stored picture, where it lies in frame space, and what is looked at of it. */
export type KeptView = SelectionView & { readonly blob: string; readonly bounds: PixelRect };

/** What `Selection.answer` holds. */
export type KeptAnswer =
  | { readonly region: Lasso; readonly score: number; readonly segmenter: string }
  /** `nothing`: the model found nothing there; `failed`: it could not look. */
  | { readonly refusal: 'nothing' | 'failed' };

/** Nobody looks at a tool longer than this before they draw by hand; the board then looks for edges by itself. */
export const selectionWaitMs = 12_000;
/** Of one person. A board asks one thing at a time; a few windows of it are open at most. */
export const mostSelections = 3;
/** How long an ended one still tells whose turn it was. */
export const selectionKeptMs = 10 * 60_000;
