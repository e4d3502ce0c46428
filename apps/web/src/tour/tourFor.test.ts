import type { BoardId, FrameId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { tourFor } from './tourFor.ts';

const config = {
  demoTour: { linkToken: 'ppl_demo', boardId: 'b' as BoardId, frameId: 'f' as FrameId },
  host: '127.0.0.1',
  port: 3000,
  publicUrl: 'http://localhost:3000',
};
const here = {
  socket: { remoteAddress: '127.0.0.1' },
  headers: { host: 'localhost:3000' },
} as Parameters<typeof tourFor>[0];

it('tells a page at this very machine where the demo client’s link is', () => {
  expect(tourFor(here, config)).toEqual({
    link: '/r/ppl_demo',
    here: 'http://localhost:3000/r/ppl_demo',
    boardId: 'b',
    frameId: 'f',
    addresses: [],
  });
});

it('tells nobody else, and nobody where there is no demo', () => {
  const elsewhere = { ...here, socket: { remoteAddress: '192.168.1.9' } } as typeof here;
  const proxied = { ...here, headers: { ...here.headers, 'x-forwarded-for': '192.168.1.9' } } as typeof here;
  expect([tourFor(elsewhere, config), tourFor(proxied, config)]).toEqual([null, null]);
  expect(tourFor(here, { ...config, demoTour: null })).toBeNull();
});
