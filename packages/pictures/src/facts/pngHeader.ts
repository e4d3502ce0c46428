/** As the IHDR chunk says it (PNG §11.2.1). */
export type PngHeader = {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  /** An APNG: a decoder that doesn't know them shows the first picture only. */
  readonly animated: boolean;
};

export const pngColourType = { grey: 0, rgb: 2, rgba: 6 } as const;

/** `head` is the file or its beginning. @returns null when it is no PNG. */
export function readPngHeader(head: Uint8Array): PngHeader | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== ihdr) return null;
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitDepth: view.getUint8(24),
    colourType: view.getUint8(25),
    animated: hasAnimation(view),
  };
}

const ihdr = 0x49484452;
const idat = 0x49444154;
const actl = 0x6163544c;

/** An animation has to announce itself before the first pixels. */
function hasAnimation(view: DataView): boolean {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = view.getUint32(at + 4);
    if (kind === actl) return true;
    if (kind === idat) return false;
  }
  return false;
}
