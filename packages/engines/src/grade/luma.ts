/** Rec. 601, over encoded samples: what JPEG keeps fine, while it keeps colour coarse. */
export function lumaOf(r: number, g: number, b: number): number {
  return lumaRed * r + lumaGreen * g + lumaBlue * b;
}

/** The green that gives a luma its red and blue. */
export function greenOf(luma: number, r: number, b: number): number {
  return (luma - lumaRed * r - lumaBlue * b) / lumaGreen;
}

const lumaRed = 0.299;
const lumaGreen = 0.587;
const lumaBlue = 0.114;
