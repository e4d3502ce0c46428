import { writeFile } from 'node:fs/promises';
import h264 from 'h264-mp4-encoder';
import type { Film, FrameEncoder } from './frameEncoder.ts';

/** Of H.264, 0…51; as good to the eye as what ffmpeg is asked for. */
const quantisation = 18;

/** The last resort where there is no ffmpeg: seven times as slow, and the file lies in memory until it is whole. */
export async function encodeByWasm({ width, height, fps, outputPath }: Film): Promise<FrameEncoder> {
  const encoder = await h264.createH264MP4Encoder();
  Object.assign(encoder, { width, height, frameRate: fps, quantizationParameter: quantisation });
  encoder.initialize();
  const rgba = new Uint8Array(width * height * 4).fill(255);
  return {
    says: 'h264-mp4-encoder 1.0.12 (WebAssembly, minih264)',
    async add(rgb) {
      for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
        rgba[to] = rgb[from] ?? 0;
        rgba[to + 1] = rgb[from + 1] ?? 0;
        rgba[to + 2] = rgb[from + 2] ?? 0;
      }
      encoder.addFrameRgba(rgba);
    },
    async finish() {
      encoder.finalize();
      await writeFile(outputPath, encoder.FS.readFile(encoder.outputFilename));
      encoder.delete();
    },
    abandon: () => encoder.delete(),
  };
}
