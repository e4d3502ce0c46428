import { aBoard, aStudio, type TestStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type EditId, type FrameId, type LockId, newId, type PinId, type Region } from '@pinpaint/domain';
import { makePicture, type Picture } from '@pinpaint/imaging';
import { asPng, fileOf, samplesOf } from '@pinpaint/pictures/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditStack } from '../testing/openEditStack.ts';
import { openEngineStack } from '../testing/openEngineStack.ts';
import { until } from '../testing/until.ts';
import { uploadPicture } from '../testing/uploadPicture.ts';

const { url } = await createTestDatabase();
let stack: EditStack;
let studio: TestStudio;
let boardId: string;
let as: string;

beforeAll(async () => {
  stack = await openEngineStack(url);
  studio = await aStudio(stack.api.ctx);
  boardId = (await aBoard(stack.api.ctx, studio)).id;
  as = studio.people.artist.token;
});
afterAll(() => stack?.stop());

const [width, height] = [160, 120];
const rectangle = (x: number, y: number, w: number, h: number): Region => ({
  kind: 'rectangle',
  x,
  y,
  width: w,
  height: h,
});
const hole = rectangle(60, 40, 40, 30);

/** Noise round a colour, so that there is something to copy. */
function textured(format: { channels?: 3 | 4; alpha?: number; flat?: boolean } = {}): Picture {
  const picture = makePicture({ width, height, channels: format.channels ?? 3, depth: 8 });
  let state = 7;
  for (let i = 0; i < width * height; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = format.flat ? 0 : (state >>> 27) - 16;
    const at = i * picture.channels;
    picture.data.set([180 + noise, 70 + noise, 60 + noise], at);
    if (picture.channels === 4) picture.data[at + 3] = format.alpha ?? 255;
  }
  return picture;
}

async function aFrame(picture: Picture, locks: readonly Region[] = []): Promise<FrameId> {
  const frameId = await uploadPicture(stack.api, { boardId, as, file: await asPng(picture) });
  for (const region of locks) {
    const json = { id: newId<LockId>(), name: 'kept', region };
    expect((await stack.api.ask(`POST /frames/${frameId}/locks`, { as, json })).status).toBe(201);
  }
  return frameId;
}

const wishes = {
  remove: { kind: 'remove', thing: null },
  extend: { kind: 'extend', aspect: { width: 16, height: 9 }, anchor: 'center' },
  recolour: { kind: 'recolour', thing: null, from: null, to: { name: 'blue', hex: '#0000ff' } },
  brighten: {
    kind: 'relight',
    thing: null,
    change: { warmth: 0, brightness: 1, contrast: 0, saturation: 0 },
  },
  turn: {
    kind: 'relight',
    thing: null,
    change: { warmth: 0, brightness: 0, contrast: 0, saturation: 0 },
    lightFrom: 'left',
  },
  match: { kind: 'match', thing: null, like: 'the wall', at: rectangle(5, 5, 20, 20) },
} as const;
type WishName = keyof typeof wishes;

/** How it ends: the refusal's or failure's code, or `proposed` with its proof looked at. */
async function ends(frameId: FrameId, wish: WishName, region: Region = hole): Promise<string> {
  const [pinId, id] = [newId<PinId>(), newId<EditId>()];
  const drawn = wish === 'extend' ? { kind: 'none' } : region;
  const pin = { id: pinId, region: drawn, note: 'as the wish says' };
  const placed = await stack.api.ask(`POST /frames/${frameId}/pins`, { as, json: pin });
  if (placed.status !== 201) return placed.json.code;
  const intent = { wish: wishes[wish], keep: [], confidence: 1 };
  const started = await stack.api.ask(`POST /pins/${pinId}/edits`, { as, json: { id, intent, seed: 1 } });
  if (started.status !== 201) return started.json.code;
  const ended = await until('it has ended', async () => {
    const { json } = await stack.api.ask(`GET /edits/${id}`, { as });
    return (json.state === 'proposed' || json.state === 'failed') && json;
  });
  if (ended.state === 'failed') return ended.failure.code;
  const { items } = (await stack.api.ask(`GET /edits/${id}/candidates`, { as })).json;
  expect(items[0].proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  return 'proposed';
}

describe('nothing but lock around a hole', () => {
  const round = [
    rectangle(0, 0, width, 36),
    rectangle(0, 74, width, height - 74),
    rectangle(0, 36, 56, 38),
    rectangle(104, 36, width - 104, 38),
  ];

  test.each<[WishName, string]>([
    ['remove', 'engine.no-source'],
    ['recolour', 'proposed'],
    ['brighten', 'proposed'],
  ])('%s ends as %s', async (wish, end) => {
    expect(await ends(await aFrame(textured(), round), wish)).toBe(end);
  });
});

describe('a hole larger than what is left', () => {
  test.each<[WishName, string]>([
    ['remove', 'proposed'],
    ['recolour', 'proposed'],
    ['brighten', 'proposed'],
  ])('%s ends as %s', async (wish, end) => {
    expect(await ends(await aFrame(textured()), wish, rectangle(10, 10, width - 24, height - 24))).toBe(end);
  });

  test('that is all there is can’t be filled', async () => {
    expect(await ends(await aFrame(textured()), 'remove', rectangle(0, 0, width, height))).toBe(
      'engine.no-source',
    );
  });
});

describe.each<[string, Region, string]>([
  // Of one pixel nobody can tell what it is the colour of.
  ['a 1-pixel region', rectangle(80, 60, 1, 1), 'engine.thing-not-found'],
  ['a 1-pixel region in the corner', rectangle(width - 1, height - 1, 1, 1), 'engine.thing-not-found'],
  ['a region on the very border', rectangle(0, 0, 30, 20), 'proposed'],
])('%s', (_, region, recoloured) => {
  test.each<[WishName, string]>([
    ['remove', 'proposed'],
    ['recolour', recoloured],
    ['brighten', 'proposed'],
    ['turn', 'engine.light-unclear'],
    ['match', 'proposed'],
  ])('%s ends as %s', async (wish, end) => {
    expect(await ends(await aFrame(textured()), wish, region)).toBe(end);
  });
});

const nothing = 'answer.nothing-changed';
const flatEnding: Record<WishName, string> = {
  remove: nothing,
  extend: 'proposed',
  recolour: 'proposed',
  brighten: 'proposed',
  turn: 'engine.light-unclear',
  match: nothing,
};

describe.each<[string, Picture, Record<WishName, string>]>([
  ['a picture of one colour', textured({ flat: true }), flatEnding],
  [
    'a transparent picture',
    textured({ channels: 4, alpha: 0 }),
    {
      remove: nothing,
      extend: 'engine.no-source',
      recolour: nothing,
      brighten: nothing,
      turn: nothing,
      match: nothing,
    },
  ],
  ['a half transparent picture of one colour', textured({ channels: 4, alpha: 128, flat: true }), flatEnding],
])('%s', (_, picture, ending) => {
  test.each<[WishName, string]>([
    ['remove', ending.remove],
    ['extend', ending.extend],
    ['recolour', ending.recolour],
    ['brighten', ending.brighten],
    ['turn', ending.turn],
    ['match', ending.match],
  ])('%s ends as %s', async (wish, end) => {
    expect(await ends(await aFrame(picture), wish)).toBe(end);
  });
});

describe('a transparent strip whose hidden colour is lime', () => {
  /** From column 96, where the hole ends among it. */
  function withStrip(): Picture {
    const picture = textured({ channels: 4 });
    for (let i = 0; i < width * height; i += 1) {
      if (i % width >= 96 && i % width < 116) picture.data.set([0, 255, 0, 0], i * 4);
    }
    return picture;
  }

  test.each<[WishName]>([['remove'], ['extend']])('gives nothing of it to a %s', async (wish) => {
    const frameId = await aFrame(withStrip());
    expect(await ends(frameId, wish)).toBe('proposed');
    const { items } = (await stack.api.ask(`GET /frames/${frameId}/edits`, { as })).json;
    const { id, figures } = (await stack.api.ask(`GET /edits/${items[0].id}/candidates`, { as })).json
      .items[0];
    const samples = async (name: 'patch' | 'alpha') => {
      const file = await stack.api.fetch(`GET /candidates/${id}/${name}.png`, { as });
      return samplesOf(await fileOf(new Uint8Array(await file.arrayBuffer())));
    };
    const [patch, alpha] = await Promise.all([samples('patch'), samples('alpha')]);
    expect(figures.seam).toBeLessThan(1.3);
    // Both have three samples a pixel here; nothing of the picture is greener than red.
    const isLime = (i: number) => i % 3 === 1 && (patch[i] ?? 0) > (patch[i - 1] ?? 0);
    expect(patch.length).toBe(alpha.length);
    expect(Array.from(alpha).filter((value, i) => value > 0 && isLime(i))).toHaveLength(0);
  });
});
