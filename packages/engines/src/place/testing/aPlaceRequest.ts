import type { Placement, Region, Surface } from '@pinpaint/domain';
import type { EngineRequest, PlacedPicture } from '../../engine.ts';
import { aRequest } from '../../grade/aRequest.ts';

type PlaceOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: 8 | 16;
  readonly colourAt: (x: number, y: number) => readonly number[];
  readonly surface: Surface;
  readonly artwork: Omit<PlacedPicture, 'surface'>;
  readonly how?: Partial<Omit<Placement, 'surface'>>;
  /** Of what may change; the whole picture unless told otherwise. */
  readonly region?: Region;
  readonly locks?: readonly Region[];
};

/** A made picture with an artwork to be laid on it, as the product would hand them over. */
export function aPlaceRequest({ surface, artwork, how, ...options }: PlaceOptions): EngineRequest {
  const size = { width: options.width ?? 320, height: options.height ?? 240 };
  const placement: Placement = { surface, opacity: 1, blend: 'normal', shading: 1, ...how };
  const everywhere = { kind: 'rectangle', x: 0, y: 0, ...size } as const;
  const wish = { kind: 'place', thing: 'our logo', placement } as const;
  const request = aRequest({ region: everywhere, ...size, ...options, wish });
  return { ...request, artwork: { ...artwork, surface } };
}

/** RGBA of each pixel, 0…255. */
export function anArtwork(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly number[],
): Omit<PlacedPicture, 'surface'> {
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i += 1) data.set(colourAt(i % width, Math.floor(i / width)), i * 4);
  return { width, height, data };
}
