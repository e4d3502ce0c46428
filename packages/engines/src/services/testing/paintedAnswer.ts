import type { PixelSize } from '@pinpaint/domain';
import { layBack, makePicture, type Picture, type Warp } from '@pinpaint/imaging';

/** A red ladybird with black spots where the mask is white, and the whole a little brighter, as models do it. */
export function painted(picture: Picture, mask: Picture): Picture {
  const made = makePicture(picture);
  const { x, y, radius } = middleOf(mask);
  for (let i = 0; i < picture.width * picture.height; i += 1) {
    const [dx, dy] = [(i % picture.width) - x, Math.floor(i / picture.width) - y];
    const away = Math.hypot(dx, dy);
    const isSpot = Math.hypot(Math.abs(dx) - radius / 3, dy) < radius / 6;
    for (let c = 0; c < 3; c += 1) {
      const bug = isSpot ? 20 : c === 0 ? 210 : 30;
      const kept = Math.min(255, 1.02 * (picture.data[i * 3 + c] ?? 0) + 2);
      made.data[i * 3 + c] = away < radius ? bug : kept;
    }
  }
  return made;
}

function middleOf({ width, data }: Picture) {
  let [sumX, sumY, count] = [0, 0, 0];
  for (let i = 0; i < data.length / 3; i += 1) {
    if (data[i * 3] !== 255) continue;
    sumX += i % width;
    sumY += Math.floor(i / width);
    count += 1;
  }
  return { x: sumX / count, y: sumY / count, radius: Math.sqrt(count / Math.PI) / 2 };
}

/** As it comes back: of another size, and moved so that `warp` is what is to be found. */
export function movedTo(picture: Picture, size: PixelSize, warp: Warp): Picture {
  return layBack(
    picture,
    { ...size, channels: 3, depth: 8 },
    {
      scaleX: 1 / warp.scaleX,
      scaleY: 1 / warp.scaleY,
      shiftX: (-warp.shiftX / warp.scaleX) * (size.width / picture.width),
      shiftY: (-warp.shiftY / warp.scaleY) * (size.height / picture.height),
    },
  );
}
