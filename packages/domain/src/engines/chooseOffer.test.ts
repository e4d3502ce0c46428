import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceText, explainChoice, inOrderOfChoice, type Offer } from './chooseOffer.ts';
import { usdText } from './usdText.ts';

const heal: Offer = { name: 'heal', usd: 0, seconds: 2 };
const slow: Offer = { name: 'onnx-fill', usd: 0, seconds: 12.4 };
const flash: Offer = { name: 'gemini-2.5-flash-image', usd: 0.039, seconds: 8 };
const pro: Offer = { name: 'gemini-3-pro-image', usd: 0.134, seconds: 20 };

describe('the order of engines', () => {
  it('is by price, then as the catalogue has them, then by name, however fast they were lately', () => {
    const own = { ...heal, name: 'a-fill' };
    const twin = { ...heal, name: 'b-fill' };
    const wanted = ['heal', 'onnx-fill', 'a-fill', 'b-fill', 'gemini-2.5-flash-image', 'gemini-3-pro-image'];
    const all = fc.shuffledSubarray([pro, slow, twin, own, flash, heal], { minLength: 6 });
    const times = fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(all, times, (offers, seconds) => {
        const timed = offers.map((offer, at) => ({ ...offer, seconds: seconds[at] ?? 1 }));
        expect(inOrderOfChoice(timed).map(({ name }) => name)).toEqual(wanted);
      }),
    );
  });
});

describe('a choice in one line', () => {
  it.each<[readonly Offer[], Offer, string]>([
    [[heal], heal, 'The only one connected that can'],
    [[heal, pro], heal, 'Cheapest that can; Nano Banana Pro would be $0.134'],
    [[flash, pro], flash, 'Cheapest that can; Nano Banana Pro would be $0.134'],
    [[heal, slow, pro], heal, 'First in order at this price; LaMa or MI-GAN would take about 12 s'],
    [
      [heal, { ...pro, name: 'gemini-3-pro-image-2k' }],
      heal,
      'Cheapest that can; Nano Banana Pro, 2K would be $0.134',
    ],
    [[heal, pro], pro, 'Chosen by hand; Heal would be free'],
    [[flash, pro], pro, 'Chosen by hand; Nano Banana would be $0.039'],
    [[heal, slow], slow, 'Chosen by hand; Heal would take about 2 s'],
  ])('%#', (offers, taken, text) => {
    expect(choiceText(explainChoice(offers, taken))).toBe(text);
  });

  it.each([
    ['as-before', 'As in the edit it repeats; Heal would be free'],
    ['as-carried', 'As in the frame it was carried from; Heal would be free'],
  ] as const)('is not called chosen by hand when it came %s', (wantedBy, text) => {
    expect(choiceText(explainChoice([heal, pro], pro, wantedBy))).toBe(text);
    expect(explainChoice([heal, pro], heal, wantedBy).reason).toBe('first');
  });

  it('says prices as lists do', () => {
    expect([0.134, 0.5, 0.039, 2].map(usdText)).toEqual(['$0.134', '$0.50', '$0.039', '$2.00']);
  });
});
