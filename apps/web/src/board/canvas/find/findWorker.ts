import { selectThing, snapLasso } from '@pinpaint/imaging';
import { askModel } from './askModel.ts';
import type { FindAnswer, FindWish } from './findThing.ts';
import { readTiles } from './readTiles.ts';

addEventListener('message', async ({ data }: MessageEvent<FindWish>) => {
  postMessage(await find(data).catch((): FindAnswer => ({ ok: false, error: { code: 'select.unread' } })));
});

async function find(wish: FindWish): Promise<FindAnswer> {
  const asked = wish.kind === 'thing' && !wish.byEdges ? await askModel(wish) : null;
  if (asked?.ok) return asked;
  const { bounds } = wish.source;
  const read = await readTiles(wish.source);
  if (wish.kind === 'snap') return snapLasso({ read, bounds, lasso: wish.lasso });
  const found = await selectThing({ read, bounds, hints: wish.hints });
  return asked ? { ...found, instead: asked.why } : found;
}
