import { selectThing, snapLasso } from '@pinpaint/imaging';
import type { FindAnswer, FindWish } from './findThing.ts';
import { readTiles } from './readTiles.ts';

addEventListener('message', async ({ data }: MessageEvent<FindWish>) => {
  postMessage(await find(data).catch((): FindAnswer => ({ ok: false, error: { code: 'select.unread' } })));
});

async function find(wish: FindWish): Promise<FindAnswer> {
  const { bounds } = wish.source;
  const read = await readTiles(wish.source);
  return wish.kind === 'thing'
    ? selectThing({ read, bounds, hints: wish.hints })
    : snapLasso({ read, bounds, lasso: wish.lasso });
}
