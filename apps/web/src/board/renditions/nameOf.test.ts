import { expect, it } from 'vitest';
import { encoderName, nameOf } from './nameOf.ts';

const film = { kind: 'film', seconds: 4 } as const;

it('names a film by its first words, so that two are not called the same', () => {
  expect(nameOf({ step: { ...film, prompt: 'steam rises' }, format: 'mp4' })).toBe(
    'Film “steam rises”, 4 s, MP4',
  );
  const prompt = 'the grass moves in a light breeze,\nthe camera stays still';
  expect(nameOf({ step: { ...film, prompt }, format: 'mp4' })).toBe(
    'Film “the grass moves in a light breeze, the …”, 4 s, MP4',
  );
  expect(nameOf({ step: { ...film, prompt: '' }, format: 'mp4' })).toBe('Film, 4 s, MP4');
  expect(nameOf({ step: { kind: 'upscale', scale: 2 }, format: 'png' })).toBe('Upscaled ×2, PNG');
});

it('says an encoder’s name and version, and not which build of it', () => {
  expect(encoderName('ffmpeg version 5.1.9-0+deb12u1, libx264')).toBe('ffmpeg 5.1.9, libx264');
  expect(encoderName('ffmpeg version n7.0, libx264')).toBe('ffmpeg 7.0, libx264');
  expect(encoderName('h264-mp4-encoder 1.0.12 (WebAssembly, minih264)')).toBe(
    'h264-mp4-encoder 1.0.12 (WebAssembly, minih264)',
  );
});
