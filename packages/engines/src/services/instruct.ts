import { type PixelRect, type PixelSize, wishText } from '@pinpaint/domain';
import type { EngineRequest } from '../engine.ts';
import { serviceError } from './serviceError.ts';

/** The size of what is sent, and where the crop lies in it. */
type Lay = PixelSize & { readonly at: PixelRect };

/** What to do, where, and what to leave alone, for a model that is shown the picture and a mask beside it. */
export function instruct(request: EngineRequest, canvas: Lay): string {
  const { intent, note, reference } = request;
  if (!intent.wish) throw serviceError('engine.request-refused', 'The note was not understood.', 0);
  const lines = [
    'The first picture is a photograph to be retouched. The second is a mask of the same size: only what is white in it may change.',
    `Do this, and nothing else: ${wishText(intent.wish)}.`,
    note ? `It was asked for in these words: “${note.slice(0, 2000)}”` : '',
    `The part that may change lies ${placeOf(request, canvas)}.`,
    reference ? 'The third picture shows what it is to look like.' : '',
    intent.keep.length > 0 ? `Leave alone: ${intent.keep.join(', ')}.` : '',
    'Everything that is black in the mask stays exactly as it is and where it is, to the pixel: the same framing, crop, perspective, light, colours, grain and sharpness.',
    'What is new takes on the light, shadows, focus and grain of what is around it.',
    'Answer with the whole retouched photograph. Do not draw the mask, a border or any text.',
  ];
  return lines.filter(Boolean).join('\n');
}

/** In shares of the picture: models don't count pixels. */
function placeOf({ crop, permittedAlpha }: EngineRequest, canvas: Lay): string {
  let [left, top, right, bottom] = [crop.width, crop.height, 0, 0];
  for (let i = 0; i < permittedAlpha.length; i += 1) {
    if (permittedAlpha[i] === 0) continue;
    const [x, y] = [i % crop.width, Math.floor(i / crop.width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  const share = (at: number, start: number, length: number) => Math.round((100 * (at + start)) / length);
  const { at, width, height } = canvas;
  return (
    `between ${share(left, at.x, width)} % and ${share(right, at.x, width)} % of the width from the left, ` +
    `and between ${share(top, at.y, height)} % and ${share(bottom, at.y, height)} % of the height from the top`
  );
}
