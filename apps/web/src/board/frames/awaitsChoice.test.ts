import { newId, type PinId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import type { Pin } from '../../data/types.ts';
import { awaitsChoice } from './awaitsChoice.ts';

const pinId = newId<PinId>();
const aPin = (state: Pin['state']) => ({ id: pinId, state }) as Pin;

it('candidates at a pin are to be chosen from until the pin is settled', () => {
  const edit = { state: 'proposed', pinId } as const;
  expect(awaitsChoice(edit, [aPin('proposed')])).toBe(true);
  expect(awaitsChoice(edit, [aPin('resolved')])).toBe(false);
  expect(awaitsChoice(edit, [aPin('declined')])).toBe(false);
});

it('candidates of an edit without a pin are to be chosen from, and nothing of one that has none', () => {
  expect(awaitsChoice({ state: 'proposed', pinId: null }, [aPin('resolved')])).toBe(true);
  expect(awaitsChoice({ state: 'running', pinId }, [aPin('editing')])).toBe(false);
});
