/** Licences of weights as their makers state them, by what their files are called (reference: docs/models.md). */
const licences: readonly (readonly [RegExp, string])[] = [
  [/lama/i, 'LaMa: Apache-2.0'],
  [/mi-?gan/i, 'MI-GAN: MIT'],
  [/mobile_?sam/i, 'MobileSAM: Apache-2.0'],
  [/sam_?2/i, 'SAM 2: Apache-2.0'],
  [/(^|\/)unet\/model\.onnx$/, 'Stable Diffusion 1 and 2: CreativeML Open RAIL-M, with rules on use'],
];

/** A name proves nothing: it says where to look, and the digest says which file it was. */
export function knownLicence(files: readonly string[]): string {
  const known = licences.find(([pattern]) => files.some((file) => pattern.test(file)));
  return known
    ? `${known[1]} (by its name; ask whoever it came from)`
    : 'not known; ask whoever it came from';
}
