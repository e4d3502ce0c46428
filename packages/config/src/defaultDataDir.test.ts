import { expect, it } from 'vitest';
import { defaultDataDir } from './defaultDataDir.ts';

it('lies in the data folder of the user, one per checkout', () => {
  const one = defaultDataDir('/src/pinpaint', { HOME: '/home/ann' }, 'linux');
  const other = defaultDataDir('/src2/pinpaint', { HOME: '/home/ann' }, 'linux');
  expect(one).toMatch(/^\/home\/ann\/\.local\/share\/pinpaint\/pinpaint-[0-9a-f]{8}$/);
  expect(other).not.toBe(one);
});

it('is the same for the same checkout however its path is written', () => {
  const env = { HOME: '/home/ann' };
  expect(defaultDataDir('/src/./pinpaint/', env, 'linux')).toBe(
    defaultDataDir('/src/pinpaint', env, 'linux'),
  );
});

it('follows an absolute XDG_DATA_HOME and ignores a relative one', () => {
  expect(defaultDataDir('/a', { XDG_DATA_HOME: '/x', HOME: '/h' }, 'linux')).toMatch(/^\/x\/pinpaint\//);
  expect(defaultDataDir('/a', { XDG_DATA_HOME: 'x', HOME: '/h' }, 'linux')).toMatch(/^\/h\/\.local/);
});

it('uses Application Support on macOS', () => {
  expect(defaultDataDir('/a b', { HOME: '/Users/ann' }, 'darwin')).toMatch(
    /^\/Users\/ann\/Library\/Application Support\/pinpaint\/a-b-[0-9a-f]{8}$/,
  );
});
