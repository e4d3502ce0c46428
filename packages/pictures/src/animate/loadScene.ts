import type { PixelRect, PixelSize } from '@pinpaint/domain';
import type { MovingScene, NearLayer, Samples } from '@pinpaint/imaging';
import type { Sharp } from 'sharp';
import { masterFormat } from '../master/masterFormat.ts';
import { openPicture } from '../openPicture.ts';
import { displayed } from '../views/displayed.ts';

/** A layer of the version as it is stored: where it lies in frame space, and its alpha as a grey PNG of that size. */
export type SceneLayer = { readonly rect: PixelRect; readonly opacity: number; readonly alpha: Uint8Array };

export type SceneWish = {
  readonly picturePath: string;
  /** What the picture shows, in frame space; its own size may be another. */
  readonly bounds: PixelRect;
  readonly layers: readonly SceneLayer[];
  readonly longestPx: number;
  /** How near the camera will come: of a large picture, so much more is kept than is shown. */
  readonly zoom: number;
};

export type LoadedScene = {
  readonly scene: MovingScene;
  /** Of the frames; even, as H.264 wants it. */
  readonly size: PixelSize;
  /** Of the scene's pixels, one of frame space. */
  readonly scale: number;
};

/**
 * An approved picture as a camera moves over it: sRGB of 8 bits, on white. A picture that is no larger than the frames
 * stays as it is, sample for sample; an odd side gets its last row or column once more.
 */
export async function loadScene({
  picturePath,
  bounds,
  layers,
  longestPx,
  zoom,
}: SceneWish): Promise<LoadedScene> {
  const format = await masterFormat(picturePath);
  const shrink = Math.min(1, longestPx / Math.max(format.width, format.height));
  const size = { width: even(format.width * shrink), height: even(format.height * shrink) };
  const image = displayed(picturePath, format).flatten({ background: '#fff' });
  const kept = Math.min(zoom, format.width / size.width, format.height / size.height);
  const sized = shrink < 1 ? resized(image, size, kept) : padded(image, format, size);
  const picture = await samplesOf(sized, 3);
  const scale = { x: picture.width / bounds.width, y: picture.height / bounds.height };
  const near = layers.map((layer) =>
    nearLayer(layer, bounds, shrink < 1 ? scale : upscaleOf(format, bounds)),
  );
  return {
    scene: { picture, layers: (await Promise.all(near)).filter((one) => one !== null) },
    size,
    scale: scale.x,
  };
}

function even(length: number): number {
  return Math.max(2, 2 * Math.ceil(Math.round(length) / 2));
}

function resized(image: Sharp, size: PixelSize, by: number): Sharp {
  const [width, height] = [Math.round(size.width * by), Math.round(size.height * by)];
  return image.resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
}

function padded(image: Sharp, { width, height }: PixelSize, size: PixelSize): Sharp {
  return image.extend({ right: size.width - width, bottom: size.height - height, extendWith: 'copy' });
}

type Scale = { readonly x: number; readonly y: number };

function upscaleOf(format: PixelSize, bounds: PixelSize): Scale {
  return { x: format.width / bounds.width, y: format.height / bounds.height };
}

async function nearLayer(
  { rect, opacity, alpha }: SceneLayer,
  bounds: PixelRect,
  scale: Scale,
): Promise<NearLayer | null> {
  const left = Math.round((rect.x - bounds.x) * scale.x);
  const top = Math.round((rect.y - bounds.y) * scale.y);
  const width = Math.round(rect.width * scale.x);
  const height = Math.round(rect.height * scale.y);
  if (width < 1 || height < 1) return null;
  const grey = openPicture(alpha).toColourspace('b-w').resize(width, height, { fit: 'fill' });
  const { data } = await samplesOf(grey, 1);
  return {
    rect: { x: left, y: top, width, height },
    alpha: { width, height, channels: 1, data: data.map((value) => Math.round((value * opacity) / 255)) },
  };
}

async function samplesOf(image: Sharp, channels: number): Promise<Samples> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== channels)
    throw new Error(`loadScene: ${info.channels} channels where ${channels} were asked for`);
  return { width: info.width, height: info.height, channels, data: new Uint8Array(data) };
}
