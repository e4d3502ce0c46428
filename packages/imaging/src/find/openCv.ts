import type CV from '@techstark/opencv-js';

let loaded: Promise<typeof CV> | null = null;

/** OpenCV in WebAssembly (Apache-2.0); 11 MB and a second to start, so only whoever needs it loads it, once. */
export function openCv(): Promise<typeof CV> {
  loaded ??= import('@techstark/opencv-js').then(({ default: cv }) => cv);
  return loaded;
}
