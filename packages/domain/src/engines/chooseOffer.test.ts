import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceText, explainChoice, inOrderOfChoice, type Offer } from './chooseOffer.ts';
import { usdText } from './usdText.ts';

const heal: Offer = { name: 'heal', usd: 0, seconds: 2 };
const slow: Offer = { name: 'onnx-fill', usd: 0, seconds: 12.4 };
const flash: Offer = { name: 'gemini-2.5-flash-image', usd: 0.039, seconds: 8 };
const pro: Offer = { name: 'gemini-3-pro-image', usd: 0.134, seconds: 20 };

describe('the order of engines', () => {
  it('is by price, then by time, then by name, whatever order workers announced them in', () => {
    const twin = { ...heal, name: 'a-heal' };
    const wanted = ['a-heal', 'heal', 'onnx-fill', 'gemini-2.5-flash-image', 'gemini-3-pro-image'];
    fc.assert(
      fc.property(fc.shuffledSubarray([pro, slow, twin, flash, heal], { minLength: 5 }), (offers) => {
        expect(inOrderOfChoice(offers).map(({ name }) => name)).toEqual(wanted);
      }),
    );
  });
});

describe('a choice in one line', () => {
  it.each<[readonly Offer[], Offer, string]>([
    [[heal], heal, 'The only one connected that can'],
    [[heal, pro], heal, 'Cheapest that can; Nano Banana Pro would be $0.134'],
    [[flash, pro], flash, 'Cheapest that can; Nano Banana Pro would be $0.134'],
    [[heal, slow, pro], heal, 'Fastest at this price; LaMa or MI-GAN would take about 12 s'],
    [[heal, { ...heal, name: 'zeal' }], heal, 'First by name; zeal would take the same'],
    [[heal, pro], pro, 'Chosen by hand; Heal would be free'],
    [[flash, pro], pro, 'Chosen by hand; Nano Banana would be $0.039'],
    [[heal, slow], slow, 'Chosen by hand; Heal would take about 2 s'],
  ])('%#', (offers, taken, text) => {
    expect(choiceText(explainChoice(offers, taken))).toBe(text);
  });

  it('says prices as lists do', () => {
    expect([0.134, 0.5, 0.039, 2].map(usdText)).toEqual(['$0.134', '$0.50', '$0.039', '$2.00']);
  });
});
