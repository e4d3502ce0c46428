import { expect, it } from 'vitest';
import { saveAs } from './saveAs.ts';

it.each([
  ['frame-1-master.tif', 'attachment; filename="frame-1-master.tif"'],
  [
    'Küche 日本 v2.png',
    'attachment; filename="K_che __ v2.png"; filename*=UTF-8\'\'K%C3%BCche%20%E6%97%A5%E6%9C%AC%20v2.png',
  ],
  // Neither a folder nor another header.
  ['../a/b\\c":\r\nd.png', 'attachment; filename="..-a-b-c----d.png"'],
  ["it's (1)*.png", 'attachment; filename="it\'s (1)-.png"'],
])('%s is a name to save under, on every system', (name, header) => {
  expect(saveAs(name)).toBe(header);
});

it('half a character of a name that was cut is no error', () => {
  expect(saveAs('a\ud83d.png')).toMatch(/^attachment; filename="a_\.png"/);
});
