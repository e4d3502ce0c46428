import sharp, { type Sharp } from 'sharp';

// libvips remembers opened files by their path: a file written anew under its old name would be read
// as the old one, or as a mixture of both.
sharp.cache(false);

export type OpenOptions = {
  /** Uploads are bounded; what we wrote ourselves was bounded when it came in. */
  readonly maxPixels?: number;
  /** Which image of a pyramid; 0 is the whole size. */
  readonly page?: number;
  /** For what people look at: `displayed` can then bring it to sRGB. Never for samples that are kept. */
  readonly applyProfile?: boolean;
};

/**
 * A picture as its samples stand: no profile is applied unless asked, and what is damaged is refused, since
 * libvips would otherwise fill in grey where a file ends too early.
 */
export function openPicture(source: string | Uint8Array, options: OpenOptions = {}): Sharp {
  return sharp(source, {
    ignoreIcc: !options.applyProfile,
    failOn: 'warning',
    limitInputPixels: options.maxPixels ?? false,
    page: options.page ?? 0,
  });
}
