import type { PixelSize } from '@pinpaint/domain';

export type Film = PixelSize & { readonly fps: number; readonly frames: number; readonly outputPath: string };

/** Takes the frames of an animation one after another; 8-bit RGB, sRGB, of the film's size. */
export interface FrameEncoder {
  /** By what, in words for a provenance: program, version, codec. */
  readonly says: string;
  add(rgb: Uint8Array): Promise<void>;
  /** The file is whole then. */
  finish(): Promise<void>;
  /** Nobody wants it any more. */
  abandon(): void;
}
