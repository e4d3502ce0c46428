import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from './intent.ts';
import { confidentReading, readNote } from './readNote.ts';
import { readLimit } from './words.ts';

/**
 * A reading in one line: what a confident reader says, or with a question mark what it only guesses;
 * behind the bar what is to be kept.
 */
function said({ wish, keep, confidence }: Intent): string {
  const guess = confidence >= confidentReading ? '' : '? ';
  const kept = keep.length > 0 ? ` | ${keep.join('; ')}` : '';
  if (!wish) return `${guess}nothing${kept}`;
  const thing = 'thing' in wish ? (wish.thing ?? '*') : '';
  const text = () => {
    switch (wish.kind) {
      case 'remove':
      case 'place':
      case 'add':
        return thing;
      case 'recolour':
        return `${thing} = ${wish.to.name}${wish.from ? ` < ${wish.from.name}` : ''}`;
      case 'relight': {
        const sides = Object.entries(wish.change).filter(([, amount]) => amount !== 0);
        const parts = sides.map(([side, amount]) => `${side} ${Math.round(amount * 100) / 100}`);
        if (wish.stops) parts.push(`stops ${Math.round(wish.stops * 100) / 100}`);
        if (wish.lightFrom) parts.push(`from ${wish.lightFrom}`);
        return `${thing} = ${parts.join(' ')}`;
      }
      case 'match':
        return `${thing} = ${wish.colour ? `${wish.colour.name} of ` : ''}${wish.like}`;
      case 'extend':
        return `${wish.aspect.width}:${wish.aspect.height} ${wish.anchor}${wish.removes ? ' removing' : ''}`;
      case 'replace':
        return `${thing} = ${wish.by}`;
    }
  };
  return `${guess}${wish.kind} ${text()}${kept}`;
}

const fixtures: [string, string][] = [
  [
    "Make the lighting on her face warmer, but don't change the background",
    'relight her face = warmth 0.6 | the background',
  ],
  ['Please remove the round mission patch from the suit', 'remove the round mission patch'],
  [
    'Love this, but can the cup and saucer be blue instead of red? Keep the table exactly as it is.',
    'recolour the cup and saucer = blue < red | the table',
  ],
  ['remove the spoon', 'remove the spoon'],
  [
    "Can the bowl be cobalt blue instead of red? Don't touch the fig.",
    'recolour the bowl = cobalt blue < red | the fig',
  ],
  ['take out the dark pine tree', 'remove the dark pine tree'],
  ['Only one dog please: remove the lower one', 'remove the lower one'],
  ['We need this as 16:9 for the film', 'extend 16:9 center'],
  ['add a small ladybird on the big dandelion', 'add a small ladybird on the big dandelion'],
];

const removals: [string, string][] = [
  ['Remove this', 'remove *'],
  ['pls remvoe the cable', 'remove the cable'],
  ['Lose the cable please', 'remove the cable'],
  ['Can we lose the power lines?', 'remove the power lines'],
  ['get rid of the guy in the background', 'remove the guy in the background'],
  ['Could you get rid of the exit sign? Thanks!', 'remove the exit sign'],
  ['Please take the spoon out', 'remove the spoon'],
  ['take the crumbs off the table', 'remove the crumbs'],
  ['Can you edit the cable out please', 'remove the cable'],
  ['leave out the napkin', 'remove the napkin'],
  ['Leave the napkin out please', 'remove the napkin'],
  ['The price tag has to go.', 'remove The price tag'],
  ['Can the spoon be removed?', 'remove the spoon'],
  ['I want the reflection gone', 'remove the reflection'],
  ["We don't need the second cup", 'remove the second cup'],
  ['No spoon please', 'remove spoon'],
  [
    'Would it be possible to delete the watermark-like smudge on the left?',
    'remove the watermark-like smudge on the left',
  ],
  ['Hi! Looks great. One small thing: erase the scratch on the bonnet.', 'remove the scratch on the bonnet'],
  ['any chance of removing the bin behind her?', 'remove the bin behind her'],
  ['Gorgeous light! The traffic cone is distracting, please take it out.', 'remove The traffic cone'],
  ['The cable is distracting', '? remove The cable'],
  ['Remove the spoon, please, because the client sells forks', 'remove the spoon'],
  ['remove the crumbs and the napkin', 'remove the crumbs and the napkin'],
  ['remove the cup, the saucer and the spoon', 'remove the cup, the saucer and the spoon'],
  ['Remove the spoon without touching the cup', 'remove the spoon | the cup'],
  ['Delete the left lamp, but leave the right one alone', 'remove the left lamp | the right one'],
  ['can we see it without the hat', 'remove the hat'],
  ['Photoshop out the sensor dust', 'remove the sensor dust'],
  ['remove the red spoon', 'remove the red spoon'],
  ['I think we should remove the second chair', 'remove the second chair'],
  ["Don't remove the tree, remove the bush", 'remove the bush | the tree'],
  ['Please clone out the tourists and keep the pigeons', 'remove the tourists | the pigeons'],
  ['The logo on the shirt shouldn’t be there', 'remove The logo on the shirt'],
  ['should we remove the spoon?', '? remove the spoon'],
  ['remove the spoon and make the cup blue', '? remove the spoon'],
  ['get rid of the yellow cast', '? remove the yellow cast'],
  ["There's a hair on her forehead, please remove it", 'remove a hair on her forehead'],
  ['Not a fan of the plant. Remove?', 'remove *'],
  ["Why don't we remove the lamp?", 'remove the lamp'],
  ['clean up the crumbs on the tablecloth', '? remove the crumbs on the tablecloth'],
  ['can the cup be blue and the spoon gone?', '? remove the cup be blue and the spoon'],
  [
    'Remove all the people in the background except the little girl',
    'remove all the people in the background | the little girl',
  ],
  ['1. remove the cable\n2. make the mug white', '? remove the cable'],
  ['- Remove the\n  cable\n- keep the lamp', 'remove the cable | the lamp'],
  ['Remove it', 'remove *'],
  ['take off her glasses', 'remove her glasses'],
  ['REMOVE THE SPOON!!!', 'remove THE SPOON'],
  ['The spoon is fine, the fork must go', 'remove the fork'],
  ['remove the spoon/fork', 'remove the spoon/fork'],
  ['erase everything except the bottle', 'remove everything | the bottle'],
];

const recolours: [string, string][] = [
  ['make it cobalt blue', 'recolour * = cobalt blue'],
  ['Make the car red', 'recolour the car = red'],
  ['change the sofa from red to #1c39bb', 'recolour the sofa = #1c39bb < red'],
  ['Change the colour of the sofa to teal', 'recolour the sofa = teal'],
  ["change the sofa's colour to teal please", "recolour the sofa's = teal"],
  ['turn the red door into a dark green one', 'recolour the red door = dark green < red'],
  ['The door should be navy', 'recolour The door = navy'],
  ['the door needs to be navy blue, not black', 'recolour the door = navy blue < black'],
  ["I'd like the scarf in mustard", 'recolour the scarf = mustard'],
  ['We want the walls light grey rather than beige.', 'recolour the walls = light grey < beige'],
  ['Can we have the chair in burgundy?', 'recolour the chair = burgundy'],
  ['Could the chair please be burgundy', 'recolour the chair = burgundy'],
  ['blue instead of red for the cup', 'recolour the cup = blue < red'],
  ['Blue instead of red please', 'recolour * = blue < red'],
  ['swap the red for blue on the cup', 'recolour the cup = blue < red'],
  ['replace the red of the cup with blue', 'recolour the cup = blue < red'],
  ['Paint the fence white', 'recolour the fence = white'],
  ['recolor the lid to terracotta', 'recolour the lid = terracotta'],
  ['Please colour the lid terracotta', 'recolour the lid = terracotta'],
  ['make the colour of her jacket charcoal gray', 'recolour her jacket = charcoal grey'],
  ['Make the red cup blue', 'recolour the red cup = blue < red'],
  [
    'could you make the blue cup and the blue saucer white',
    'recolour the blue cup and the blue saucer = white < blue',
  ],
  ['make her lips a bit more red', '? recolour her lips = red'],
  ['chnage the bowl to oragne', 'recolour the bowl = orange'],
  ['Make the rose white', 'recolour the rose = white'],
  ['make the orange purple', 'recolour the orange = purple'],
  ['Make the sky a deep blue colour', 'recolour the sky = deep blue'],
  ['Make the label #FF8800 instead of #00f', 'recolour the label = #ff8800 < #0000ff'],
  ['Nice! Only thing: the napkin should be off-white', 'recolour the napkin = off white'],
  ['How about emerald green for the dress?', 'recolour the dress = emerald green'],
  ['try a pale pink for the background', 'recolour the background = pale pink'],
  ['Make the cup blue but leave the saucer red', 'recolour the cup = blue | the saucer'],
  ['Keep the saucer red, make the cup blue', 'recolour the cup = blue | the saucer'],
  ["Make the cup blue, don't touch anything else", 'recolour the cup = blue | anything else'],
  ['Make the cup blue, not the saucer', 'recolour the cup = blue | the saucer'],
  ['Make everything blue except the fig', 'recolour everything = blue | the fig'],
  ['The cup is too red, make it pale blue', 'recolour The cup = pale blue'],
  ['make it our brand blue', '? recolour * = blue'],
  ['make the stripes blue and white', '? recolour the stripes = blue'],
  ['give the vase a turquoise glaze', '? recolour the vase = turquoise'],
  ['Make the cup blue and the saucer green', '? recolour the cup = blue'],
  ['Change the cup to blue without changing the coffee', 'recolour the cup = blue | the coffee'],
  ['I love the shot! Could the umbrella maybe be yellow?', 'recolour the umbrella = yellow'],
  ['The client would like the bottle in bottle green', 'recolour the bottle = bottle green'],
  ['turn this into greenish blue', 'recolour * = greenish blue'],
  ['can u make teh cup green insted of blue', 'recolour teh cup = green < blue'],
  ['Make the car a darker shade of blue', 'recolour the car = darker blue'],
  ['Can you change the background to plain white?', 'recolour the background = white'],
  ['RGB(28,57,187) for the bowl', 'recolour the bowl = #1c39bb'],
  ['hex 1c39bb for the bowl please', 'recolour the bowl = #1c39bb'],
  ["Let's try #0F0 for the frame", 'recolour the frame = #00ff00'],
  ['make the light-blue shirt dark-blue', 'recolour the light-blue shirt = dark blue < light blue'],
  ['change her dress to a light blue one', 'recolour her dress = light blue'],
  ["Keep the bowl's gloss but make it blue", "recolour * = blue | the bowl's gloss"],
  ['make the cup either blue or green', '? recolour the cup = blue'],
  [
    'Please adjust the colour of the bottle cap from green to the brand red #E4002B',
    'recolour the bottle cap = #e4002b < green',
  ],
  ['Emerald green would be better for the sofa', 'recolour the sofa = emerald green'],
  ['The sofa would look better in emerald green', 'recolour The sofa = emerald green'],
  ['change red to blue', 'recolour * = blue < red'],
  [
    'Could you make her hair a touch darker and the lips red',
    '? recolour her hair a touch darker and the lips = red',
  ],
  ['paint this sand', 'recolour * = sand'],
  ['paint this sand yellow', 'recolour this sand = yellow'],
  ['not blue, red', 'recolour * = red < blue'],
  ['Turquoise cup please', 'recolour cup = turquoise'],
  ['A navy background, please', '? recolour background = navy'],
  ['Turquoise cup', '? recolour cup = turquoise'],
  ['Red wooden door please', '? recolour wooden door = red'],
  ['Make all the red parts navy', 'recolour all the red parts = navy < red'],
];

const relights: [string, string][] = [
  ['warmer', 'relight * = warmth 0.6'],
  ['A bit warmer please', 'relight * = warmth 0.35'],
  ['Make it much brighter', 'relight * = brightness 1'],
  ['make the sky a lot darker', 'relight the sky = brightness -1'],
  ['Could the face be slightly brighter?', 'relight the face = brightness 0.35'],
  ['can you brighten up the eyes a little', 'relight the eyes = brightness 0.35'],
  ['Darken the background', 'relight the background = brightness -0.6'],
  ['warm up her skin tones', 'relight her skin tones = warmth 0.6'],
  ['Cool down the shadows slightly', 'relight the shadows = warmth -0.35'],
  ['more contrast', 'relight * = contrast 0.6'],
  ['More contrast in the sky please', 'relight the sky = contrast 0.6'],
  ['a touch less contrast', 'relight * = contrast -0.35'],
  ['The face is too dark', 'relight The face = brightness 0.6'],
  ["It's way too bright in here", 'relight * = brightness -1'],
  ['The face is too dark. Please brighten it a lot.', 'relight The face = brightness 1'],
  ['give the product more light', 'relight the product = brightness 0.6'],
  ['increase the brightness of her face', 'relight her face = brightness 0.6'],
  ['Reduce the contrast on the wall a bit', 'relight the wall = contrast -0.35'],
  ['make the whole image cooler', 'relight * = warmth -0.6'],
  ['Make the picture warmer and much brighter', 'relight * = warmth 0.6 brightness 1'],
  ['slightly warmer and brighter', 'relight * = warmth 0.35 brightness 0.35'],
  ['less warm please', 'relight * = warmth -0.6'],
  ['could we get a warmer look on the skin', 'relight the skin = warmth 0.6'],
  ['add more warmth to the wood', 'relight the wood = warmth 0.6'],
  ['desaturate the grass', 'relight the grass = saturation -0.6'],
  ['make the colours more vibrant', 'relight * = saturation 0.6'],
  ['20% brighter', 'relight * = brightness 0.2'],
  ['100% warmer', 'relight * = warmth 1'],
  ['5 % darker please', 'relight * = brightness -0.05'],
  ['darker by half', 'relight * = brightness -0.5'],
  ['reduce the contrast by half', 'relight * = contrast -0.5'],
  ['make the wall brighter by a third', 'relight the wall = brightness 0.33'],
  ['make the left half brighter', 'relight the left half = brightness 0.6'],
  ['Love it. Sky too flat though, bit more contrast there?', 'relight Sky = contrast 0.35'],
  ['Make the orange light warmer', 'relight the orange light = warmth 0.6'],
  ["Make it warmer but don't make the background darker", 'relight * = warmth 0.6 | the background'],
  ['make everything warmer except the sky', 'relight * = warmth 0.6 | the sky'],
  [
    'Make her face brighter without changing the background',
    'relight her face = brightness 0.6 | the background',
  ],
  ['can the dog be brighter? the grass should stay as it is', 'relight the dog = brightness 0.6 | the grass'],
  ['Brighter eyes please', 'relight eyes = brightness 0.6'],
  ['warmer skin tones', 'relight skin tones = warmth 0.6'],
  ['The sky is a bit dark', 'relight The sky = brightness 0.35'],
  ['the photo is underexposed', 'relight * = brightness 0.6'],
  ['make the sky less blue', 'relight the sky = warmth 0.6'],
  ['Everything is perfect, just the sky darker please', 'relight the sky = brightness -0.6'],
  ['make the sun warmer and the shadow cooler', '? relight the sun = warmth 0.6'],
  [
    'Warmer light on the face but the background stays the way it is',
    'relight the face = warmth 0.6 | the background',
  ],
  ['turn down the exposure slightly', 'relight * = brightness -0.35'],
  ['increase contrast by 20%', 'relight * = contrast 0.2'],
  ['The light on her face is too harsh, soften it please', 'relight her face = contrast -0.6'],
  ['warmer white balance', 'relight * = warmth 0.6'],
  ['Not so bright', 'relight * = brightness -0.6'],
  ['please make the bckground darker', 'relight the bckground = brightness -0.6'],
];

const amountsSaid: [string, string][] = [
  ['two stops brighter', 'relight * = stops 2'],
  ['Make her face half a stop darker', 'relight her face = stops -0.5'],
  ['brighten the cup by a stop and a half', 'relight the cup = stops 1.5'],
  ['down one stop please', 'relight * = stops -1'],
  ['the sky down by 1/3 stop', 'relight the sky = stops -0.33'],
  ['Could you make the wall 1.5 stops darker?', 'relight the wall = stops -1.5'],
  ['push the face up two thirds of a stop', 'relight the face = stops 0.67'],
  ['make the bowl two stops brighter and a bit warmer', 'relight the bowl = warmth 0.35 stops 2'],
  ['+1 EV on the face', 'relight the face = stops 1'],
  ['-1 EV', 'relight * = stops -1'],
  ['make the lamp twice as bright', 'relight the lamp = stops 1'],
  ['Desaturate the grass by 50%', 'relight the grass = saturation -0.5'],
  ['20 % more saturation', 'relight * = saturation 0.2'],
  ['quite a bit darker', 'relight * = brightness -0.8'],
  ['make it black and white', 'relight * = saturation -1'],
  ['Make the photo black & white please', 'relight * = saturation -1'],
  ['make the background black and white', '? relight the background = saturation -1'],
  ['add a stop sign', 'add a stop sign'],
  ['make the stop sign brighter', 'relight the stop sign = brightness 0.6'],
  ['make the cup black', 'recolour the cup = black'],
  ['make the cup white', 'recolour the cup = white'],
];

const turned: [string, string][] = [
  ['light from the left', 'relight * = from left'],
  ['let the light come from the left', 'relight * = from left'],
  ['Can the light come from the left?', 'relight * = from left'],
  ['move the key light to the right', 'relight * = from right'],
  ['Light her face from the left', 'relight her face = from left'],
  ['The light on her face should come from the upper right', 'relight her face = from top-right'],
  ['Could you make the light on the cup come from above?', 'relight the cup = from top'],
  ['her face lit from the right please', 'relight her face = from right'],
  ['light from the left on the bowl', 'relight the bowl = from left'],
  ['turn the light to the left', 'relight * = from left'],
  ['We want the light to come from below', 'relight * = from bottom'],
  ['light from the front, please', 'relight * = from front'],
  ['light it from the top left and a bit warmer', 'relight * = warmth 0.35 from top-left'],
  ['Make the lighting come from the right side', 'relight * = from right'],
  [
    "Light her face from the left but don't change the background",
    'relight her face = from left | the background',
  ],
  ['remove the lamp on the left', 'remove the lamp on the left'],
  ['the light comes from the left', '? relight * = from left'],
  ['more light on the left cup', 'relight the left cup = brightness 0.6'],
  ['add a light from the left', 'add a light from the left'],
];

const matched: [string, string][] = [
  ['make it match the cup on the left', 'match * = the cup on the left'],
  ['Match the cup to the saucer', 'match the cup = the saucer'],
  ['make the cup match the saucer', 'match the cup = the saucer'],
  ['same red as in the reference', 'match * = red of the reference'],
  ['Can the bowl be the same blue as in the reference?', 'match the bowl = blue of the reference'],
  ['The cushion should have the same colour as the sofa', 'match The cushion = the sofa'],
  ['please make her skin tone match the other photo', 'match her skin = the other photo'],
  ['match the colour of the door to the frame', 'match the door = the frame'],
  ['the same cup as in the reference', '? nothing'],
];

const branded: [string, string][] = [
  ['make the cup our brand blue', 'recolour the cup = Acme Blue'],
  ['make the cup our blue', 'recolour the cup = Acme Blue'],
  ['Make the cup Acme blue', 'recolour the cup = Acme Blue'],
  ['Use brand signal for the label', 'recolour the label = Signal'],
  ['the bottle in signal please', 'recolour the bottle = Signal'],
  ['make the cup blue', 'recolour the cup = blue'],
  ['make the cap green', 'recolour the cap = green'],
  ['make the cap our corporate green', 'recolour the cap = Green'],
  ['make the cup our brand yellow', '? recolour the cup = yellow'],
  ['Change the label from Acme blue to white', 'recolour the label = white < Acme Blue'],
];

const extensions: [string, string][] = [
  ['wider, 21:9', 'extend 21:9 center'],
  ['make it 16:9 and remove the lower dog', 'extend 16:9 center removing'],
  ['remove the spoon and extend it to 16:9', 'extend 16:9 center removing'],
  ['make it square', 'extend 1:1 center'],
  ['portrait 4:5', 'extend 4:5 center'],
  ['Portrait 5:4 please', 'extend 4:5 center'],
  ['Can we have this in 16x9?', 'extend 16:9 center'],
  ['Please extend to 2.39:1', 'extend 2.39:1 center'],
  ['We need a 9:16 version for stories', 'extend 9:16 center'],
  ['extend the left side to 16:9', 'extend 16:9 right'],
  ['More space on the right so it becomes 3:2', 'extend 3:2 left'],
  ['Extend at the top to 1:1, keep her face where it is', 'extend 1:1 bottom | her face'],
  ['square format for Instagram', 'extend 1:1 center'],
  ['21 by 9 format please', 'extend 21:9 center'],
  ['crop to 16:9', '? extend 16:9 center'],
  ['landscape please', '? extend 16:9 center'],
  ['16 : 9', 'extend 16:9 center'],
  ['make the table square', '? nothing'],
  ['Please send it by 16:30', '? nothing'],
  ['extend the wall to the left', '? nothing'],
  ['extend upwards', '? extend 4:5 bottom'],
  ['Can you extend the picture to the left?', '? extend 16:9 right'],
  ['1920x1080 please', 'extend 16:9 center'],
  ['needs to work as 4:5 and 9:16', '? extend 4:5 center'],
  ['at 3:00 we meet, remove the spoon', 'remove the spoon'],
  ["make it 16:9, don't touch the middle", 'extend 16:9 center | the middle'],
];

const others: [string, string][] = [
  ['Put our logo on the mug', 'place our logo on the mug'],
  ['add the label to the bottle', 'place the label to the bottle'],
  ['Can you place the artwork on the tote bag?', 'place the artwork on the tote bag'],
  ['logo on the cap', '? place logo on the cap'],
  ['remove the logo', 'remove the logo'],
  ['put the cup next to the logo', '? nothing'],
  ['swap the mug for a glass', 'replace the mug = a glass'],
  ['Replace the sky with a sunset', 'replace the sky = a sunset'],
  ['Substitute a glass for the mug', 'replace the mug = a glass'],
  ['change the mug into a wine glass please', 'replace the mug = a wine glass'],
  ["I'd prefer a glass instead of the mug", 'replace the mug = a glass'],
  ['make the mug a glass', '? replace the mug = a glass'],
  ['replace the dog with something else', '? replace the dog = something else'],
  ['Add some steam above the coffee', 'add some steam above the coffee'],
  ['put a vase on the table', 'add a vase on the table'],
  ["We'd like a cat on the sofa", 'add a cat on the sofa'],
  ['There should be a second candle', 'add a second candle'],
  ['the sofa needs a cat', '? add a cat'],
  ['give him a hat', '? add a hat'],
  ['add a red balloon', 'add a red balloon'],
  ['add a light next to the bed', 'add a light next to the bed'],
  ['Swap in a glass for the mug', 'replace the mug = a glass'],
  ['Replace the blue sky with a stormy one', 'replace the blue sky = a stormy one'],
  ['replace the label with the new artwork', 'replace the label = the new artwork'],
  ['Use our logo from the brand kit on the cap', 'place our logo from the brand kit on the cap'],
  ['The label needs to be bigger', '? nothing'],
];

const unclear: [string, string][] = [
  ['', '? nothing'],
  ['Love it!', '? nothing'],
  ['Hmm, not convinced.', '? nothing'],
  ['can you fix this?', '? nothing'],
  ['make it pop', '? nothing'],
  ['Make the logo bigger', '? nothing'],
  ['move the cup to the left', '? nothing'],
  ['Why is the cup red?', '? nothing'],
  ['Is the spoon meant to be there?', '? nothing'],
  ['the cup is blue', '? nothing'],
  ["Don't make it darker", '? nothing'],
  ["please don't remove the tree", '? nothing | the tree'],
  ['Keep it subtle', '? nothing'],
  ['Leave everything else alone', '? nothing | everything else'],
  ['No changes, approved', '? nothing'],
  ["We don't want the sky to change", '? nothing | the sky'],
  ['The background is perfect as it is', '? nothing | The background'],
  ['👍👍👍', '? nothing'],
  ['asdf qwer', '? nothing'],
  ['a different colour please', '? nothing'],
  ["Isn't the cup a bit dark?", '? nothing'],
  ['blur the background', '? nothing'],
  ['turn her hair blonde', '? nothing'],
  ["Please don't make the cup blue, keep it red", '? nothing | the cup'],
  ['do not remove the spoon', '? nothing | the spoon'],
  ["I wouldn't remove the spoon", '? nothing | the spoon'],
  ['never mind the spoon', '? nothing'],
  ['Change the sky', '? nothing'],
  ['Blue sky looks lovely', '? nothing'],
  ['the red cup please', '? nothing'],
];

describe('reading a note', () => {
  it.each(fixtures)('from the fixtures: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(removals)('of a removal: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(recolours)('of a colour: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(relights)('of light: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(amountsSaid)('of an amount: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(turned)('of a side: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(matched)('of a likeness: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(branded)('of a brand: %s', (note, expected) => {
    const colours = [
      { name: 'Acme Blue', hex: '#123f9a' },
      { name: 'Signal', hex: '#d5202c' },
      { name: 'Green', hex: '#0a7a3c' },
    ] as const;
    expect(said(readNote(note, { colours }))).toBe(expected);
  });
  it.each(extensions)('of a shape: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(others)('of another thing: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
  it.each(unclear)('that is none: %s', (note, expected) => expect(said(readNote(note))).toBe(expected));
});

describe('whatever is written', () => {
  const wordy = fc.array(
    fc.constantFrom(
      ...'remove make the cup blue two stops up half light match same as not but , . and without keep it from to instead of 16:9 # warmer a bit too'.split(
        ' ',
      ),
      ...'\n " \u202e 👍 don’t ÄÖ ((( #12 ﷺ 5% 0:0 1e9 can be place logo swap for square in'.split(' '),
    ),
    { maxLength: 200 },
  );

  it('gives a reading that makes sense, and never an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          wordy.map((words) => words.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        (note) => {
          const { wish, keep, confidence } = readNote(note);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (!wish) expect(confidence).toBeLessThan(confidentReading);
          expect(keep.every((thing) => thing.length > 0)).toBe(true);
          if (wish?.kind === 'recolour') expect(wish.to.hex).toMatch(/^#[0-9a-f]{6}$/);
          if (wish?.kind === 'extend') expect(wish.aspect.width / wish.aspect.height).toBeGreaterThan(0);
          if (wish?.kind === 'relight') {
            for (const amount of Object.values(wish.change)) expect(Math.abs(amount)).toBeLessThanOrEqual(1);
            expect(Math.abs(wish.stops ?? 0)).toBeLessThanOrEqual(4);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same reading twice, whatever the case of its letters', () => {
    fc.assert(
      fc.property(wordy, (words) => {
        // A capital after a line break begins a sentence, so there case matters.
        const note = words.join(' ').replaceAll('\n', ' ');
        expect(readNote(note)).toEqual(readNote(note));
        expect(readNote(note.toUpperCase()).wish?.kind).toBe(readNote(note).wish?.kind);
      }),
    );
  });

  it.each([
    ['one letter', 'a'],
    ['digits', '1'],
    ['line breaks', '\n'],
    ['blanks', ' '],
    ['commas', ','],
    ['apostrophes', "a'"],
    ['verbs', 'remove '],
    ['colours', 'blue, '],
    ['shades', 'light '],
    ['articles', 'the '],
    ['bits', 'a bit '],
    ['a ligature that grows', '\ufdfa'],
  ])('reads no more than the first pages of 100,000 characters of %s', (_, unit) => {
    const note = `remove the spoon. ${unit.repeat(100_000 / unit.length)}`;
    expect(readNote(note)).toEqual(readNote(note.slice(0, readLimit)));
  });

  it('does not read a wish behind the limit', () => {
    expect(readNote(`${'.'.repeat(readLimit)} remove the spoon`).wish).toBeNull();
  });
});

describe('an aspect chosen beside the note', () => {
  const extendAspect = { width: 21, height: 9 };

  it('is what an unclear note or one about extending asks for', () => {
    expect(said(readNote('more room on the left please', { extendAspect }))).toBe('extend 21:9 right');
    expect(said(readNote('', { extendAspect }))).toBe('extend 21:9 center');
  });

  it('gives way to what the note says itself', () => {
    expect(said(readNote('We need this as 16:9', { extendAspect }))).toBe('extend 16:9 center');
    expect(said(readNote('remove the spoon', { extendAspect }))).toBe('remove the spoon');
  });
});
