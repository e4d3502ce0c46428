import type { DrawnShape, PixelSize } from '@pinpaint/domain';
import { cropPicture, layBack, type Picture, unmoved } from '@pinpaint/imaging';
import type { EngineCandidate } from '../engine.ts';

/** What is asked of a model that has nothing but words. */
export function instructWords(words: string, { aspect }: DrawnShape): string {
  return [
    'Draw one picture, as a finished photograph or illustration, whichever these words ask for:',
    `“${words.slice(0, 4000)}”`,
    `It fills the whole frame of ${aspect}, without a border, a caption or a watermark.`,
  ].join('\n');
}

/** A drawn picture as the answer that was asked for. The part in the middle, where a service chose another shape. */
export function fitDrawn(returned: Picture, { width, height }: DrawnShape): EngineCandidate['patch'] {
  const isAsAsked = returned.width === width && returned.height === height;
  const format = { width, height, channels: 3, depth: 8 } as const;
  const fitted = isAsAsked ? returned : layBack(middleOf(returned, { width, height }), format, unmoved);
  if (fitted.depth !== 8) throw new Error('A drawn picture has 8 bits');
  return { width, height, depth: 8, data: fitted.data };
}

function middleOf(picture: Picture, shape: PixelSize): Picture {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height);
  const width = Math.min(picture.width, Math.round(shape.width * scale));
  const height = Math.min(picture.height, Math.round(shape.height * scale));
  const x = Math.floor((picture.width - width) / 2);
  const y = Math.floor((picture.height - height) / 2);
  return cropPicture({ x: 0, y: 0, picture }, { x, y, width, height }).picture;
}
