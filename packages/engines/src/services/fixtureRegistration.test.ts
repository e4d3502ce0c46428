import { readFile } from 'node:fs/promises';
import { type Picture, registerOnRing, unmoved, type Warp } from '@pinpaint/imaging';
import { aMovedPicture, cornerError, ringAroundDisc, type Scene } from '@pinpaint/imaging/testing';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

const crop = { width: 320, height: 256 };
const ring = ringAroundDisc(crop);

/** A part of a photograph, `pixelPx` of its pixels to one of the crop's; between its pixels it is straight. */
async function sceneOf(
  name: string,
  [left, top]: readonly [number, number],
  pixelPx: number,
): Promise<Scene> {
  const file = await readFile(new URL(`../../../../fixtures/${name}`, import.meta.url));
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return (x, y) => {
    const [px, py] = [left + x * pixelPx - 0.5, top + y * pixelPx - 0.5];
    const at = (Math.floor(py) * info.width + Math.floor(px)) * 3;
    const [fx, fy] = [px - Math.floor(px), py - Math.floor(py)];
    const mixed = (c: number) =>
      ((data[at + c] ?? 0) * (1 - fx) + (data[at + c + 3] ?? 0) * fx) * (1 - fy) +
      ((data[at + info.width * 3 + c] ?? 0) * (1 - fx) + (data[at + info.width * 3 + c + 3] ?? 0) * fx) * fy;
    return [mixed(0), mixed(1), mixed(2)];
  };
}

/** Something new in the region, and a little brighter all over. */
function repainted(scene: Scene): Scene {
  return (x, y) => {
    const isNew = Math.hypot(x - crop.width / 2, y - crop.height / 2) < 60;
    if (isNew) return [200, 40 + 40 * Math.sin(x / 3), 40];
    const [r, g, b] = scene(x, y);
    return [1.03 * r + 2, 1.03 * g + 2, 1.03 * b + 2];
  };
}

/** As services send it. */
async function throughJpeg({ width, height, data }: Picture): Promise<Picture> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const samples = new Uint8Array(await sharp(jpeg).raw().toBuffer());
  return { width, height, channels: 3, depth: 8, data: samples };
}

const warps: readonly Warp[] = [
  { scaleX: 1.02, scaleY: 1.02, shiftX: 7.8, shiftY: -6.3 },
  { scaleX: 0.98, scaleY: 0.98, shiftX: -5.45, shiftY: 8 },
];

describe.each([
  ['astronaut.png', [40, 60], 1.25],
  ['coffee.png', [60, 40], 1.2],
  ['fig-bowl.jpg', [1500, 600], 3],
  ['friends.jpg', [700, 500], 2],
  ['seeding.jpg', [900, 900], 2],
  ['aitzgorri.jpg', [800, 700], 2],
] as const)('%s', (name, corner, pixelPx) => {
  it('comes back within a tenth of a pixel, shifted by up to 8 and scaled by up to 2 %', async () => {
    const scene = await sceneOf(name, corner, pixelPx);
    const kept = aMovedPicture(scene, crop, { warp: unmoved });
    for (const warp of warps) {
      const returned = await throughJpeg(aMovedPicture(repainted(scene), crop, { warp }));
      const found = registerOnRing({ kept, returned, ring });
      expect(found).toMatchObject({ ok: true });
      expect(found.ok && cornerError(found.value.warp, warp, crop)).toBeLessThan(0.1);
    }
  });

  it('is refused when it came back as another place of the picture, or turned', async () => {
    const scene = await sceneOf(name, corner, pixelPx);
    const kept = aMovedPicture(scene, crop, { warp: unmoved });
    const elsewhere: Scene = (x, y) => scene(x / 1.15 + 25, y / 1.15 + 9);
    const turned: Scene = (x, y) => scene(0.998 * x - 0.07 * y + 9, 0.07 * x + 0.998 * y - 8);
    for (const wrong of [elsewhere, turned]) {
      const returned = aMovedPicture(wrong, crop, { warp: unmoved });
      expect(registerOnRing({ kept, returned, ring })).toMatchObject({ ok: false });
    }
  });
});
