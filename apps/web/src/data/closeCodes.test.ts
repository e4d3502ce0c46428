import { closeCodes as sent } from '@pinpaint/rooms';
import { expect, it } from 'vitest';
import { closeCodes } from './closeCodes.ts';

it.each(Object.entries(closeCodes))('%s is what the server closes with', (name, code) => {
  const [theirs] = sent[name as keyof typeof closeCodes];
  expect(code).toBe(theirs);
});
