import { open } from 'node:fs/promises';

/** What can come in. The name of a file and what its sender calls it say nothing. */
export type PictureType = 'png' | 'jpeg' | 'webp' | 'tiff';

/** By the first bytes; null for everything else. */
export function pictureType(head: Uint8Array): PictureType | null {
  const text = String.fromCharCode(...head.subarray(0, 12));
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'webp';
  // The last two are BigTIFF.
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some((magic) => text.startsWith(magic)) ? 'tiff' : null;
}

/** Reads as far as the file goes: the answer may be shorter than asked for. */
export async function readAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
