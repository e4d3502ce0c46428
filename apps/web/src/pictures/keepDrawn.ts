import { bitmaps } from './bitmaps.ts';
import type { Drawing } from './drawPicture.ts';
import type { PictureViewStore } from './pictureView.ts';

/**
 * Draws again whenever the view moves or a picture has come, once a frame at most.
 *
 * @param draw says whether it goes on in the next frame
 * @returns what ends it
 */
export function keepDrawn(
  canvas: HTMLCanvasElement,
  view: PictureViewStore,
  draw: (drawing: Drawing) => boolean,
): () => void {
  const context = canvas.getContext('2d');
  if (!context) return () => undefined;
  let asked = 0;
  const paint = () => {
    asked = 0;
    const { camera, size } = view.getState();
    const ratio = devicePixelRatio;
    resize(canvas, Math.round(size.width * ratio), Math.round(size.height * ratio));
    context.clearRect(0, 0, canvas.width, canvas.height);
    const isUnfinished = draw({ context, camera: { ...camera, scale: camera.scale * ratio } });
    if (isUnfinished) ask();
  };
  const ask = () => {
    asked ||= requestAnimationFrame(paint);
  };
  const ends = [view.subscribe(ask), bitmaps.follow(ask)];
  ask();
  return () => {
    cancelAnimationFrame(asked);
    for (const end of ends) end();
  };
}

/** Setting a canvas's size empties it, even to the same. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
