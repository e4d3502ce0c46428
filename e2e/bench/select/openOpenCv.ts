import type { PixelRect } from '@pinpaint/domain';
import { type Picture, readerOf } from '@pinpaint/imaging';
import { openCv } from '@pinpaint/imaging/opencv';

/** OpenCV's grabCut from a box: 255 for each pixel of the whole picture that is inside. */
export type GrabInBox = (picture: Picture, box: PixelRect) => Promise<Uint8Array>;

const turns = 5;
/** What ours is given: around the box, and no more pixels than this. */
const [margin, mostPixels] = [0.3, 120_000];

export async function openOpenCv(): Promise<GrabInBox> {
  const cv = await openCv();
  return async (picture, box) => {
    const around = Math.ceil(Math.max(12, margin * Math.max(box.width, box.height)));
    const view = await readerOf({ x: 0, y: 0, picture })(grown(box, around), mostPixels);
    return spread(grabIn(cv, view.picture, boxIn(box, view.rect, view.picture)), view, picture);
  };
}

function grabIn(
  cv: Awaited<ReturnType<typeof openCv>>,
  picture: Picture,
  { x, y, width, height }: PixelRect,
): Uint8Array {
  const image = new cv.Mat(picture.height, picture.width, cv.CV_8UC3);
  image.data.set(picture.data);
  const mats = [image, new cv.Mat(picture.height, picture.width, cv.CV_8UC1), new cv.Mat(), new cv.Mat()];
  const [, mask = image, outside = image, inside = image] = mats;
  cv.grabCut(image, mask, new cv.Rect(x, y, width, height), outside, inside, turns, cv.GC_INIT_WITH_RECT);
  // 1 is surely inside, 3 probably.
  const result = mask.data.map((value) => value & 1);
  for (const mat of mats) mat.delete();
  return result;
}

function grown({ x, y, width, height }: PixelRect, by: number): PixelRect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function boxIn(box: PixelRect, rect: PixelRect, size: { width: number; height: number }): PixelRect {
  const [across, down] = [size.width / rect.width, size.height / rect.height];
  return {
    x: Math.round((box.x - rect.x) * across),
    y: Math.round((box.y - rect.y) * down),
    width: Math.round(box.width * across),
    height: Math.round(box.height * down),
  };
}

function spread(
  inside: Uint8Array,
  { rect, picture: small }: { readonly rect: PixelRect; readonly picture: Picture },
  whole: Picture,
): Uint8Array {
  const alpha = new Uint8Array(whole.width * whole.height);
  for (let y = rect.y; y < rect.y + rect.height; y += 1) {
    const row = Math.floor(((y - rect.y) * small.height) / rect.height) * small.width;
    for (let x = rect.x; x < rect.x + rect.width; x += 1) {
      const column = Math.floor(((x - rect.x) * small.width) / rect.width);
      alpha[y * whole.width + x] = inside[row + column] === 1 ? 255 : 0;
    }
  }
  return alpha;
}
