import type { PixelRect } from '@pinpaint/domain';
import type { Frame, Pin } from '../../../data/types.ts';
import type { PictureViewStore } from '../../../pictures/pictureView.ts';
import type { CompareSettings, Side } from '../compareSettings.ts';

/** What every way to compare is given. */
export type ModeProps = {
  readonly a: Side;
  readonly b: Side;
  readonly frame: Frame;
  readonly view: PictureViewStore;
  readonly whole: PixelRect;
  /** Those that B answers. */
  readonly pins: readonly Pin[];
  readonly settings: CompareSettings;
  readonly onChange: (change: Partial<CompareSettings>) => void;
};
