import type { Picture } from '@pinpaint/imaging';
import { Upscaler } from '../../upscale/Upscaler.ts';
import type { UpscaleScale } from '../../upscale/weights.ts';

const sidePx = 512;

/** A picture of 512², by a process that has opened nothing yet: with the opening, as somebody waits for it. */
export async function timeUpscale(scale: UpscaleScale) {
  const row = Uint8Array.from({ length: sidePx * 3 }, (_, at) => (at * 7919) % 251);
  const readRows = async (_: number, rows: number): Promise<Picture> => {
    const data = new Uint8Array(rows * row.length);
    for (let y = 0; y < rows; y++) data.set(row, y * row.length);
    return { width: sidePx, height: rows, channels: 3, depth: 8, data };
  };
  const source = { width: sidePx, height: sidePx, channels: 3, depth: 8, readRows } as const;
  const upscaler = new Upscaler();
  const since = performance.now();
  const run = { source, scale, signal: new AbortController().signal, progress: () => undefined };
  const { provider, because } = await upscaler.run(run, async (strips) => {
    for await (const _ of strips);
  });
  const seconds = Math.round((performance.now() - since) / 10) / 100;
  // Of Linux and macOS alike in kilobytes.
  return { seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024), provider, because };
}
