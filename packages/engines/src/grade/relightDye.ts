import type { LightChange } from '@pinpaint/domain';
import type { Dye } from './dye.ts';
import { fitGamut } from './fitGamut.ts';
import { pressed } from './pressed.ts';

/** What +1 of warmth does to a tint (a and b over L): as far as from daylight to a bulb. */
const warmest = { a: 0.026, b: 0.064 };
/** Whites that have no room for a tint keep theirs from here on. OKLab L. */
const white = 0.9;
/** What +1 of brightness does to middle grey's exponent, and −1 to lightness: nearly a stop and a half less. */
const brightest = 0.75;
const darkest = 0.72;
/** What ±1 of the others does: the slope of the middle, the factor of colourfulness. */
const hardest = 0.7;
const richest = 0.8;
/** Below this lightness brightening tapers off, or it would show noise. */
const noisyBelow = 0.12;

/**
 * Light as a photographer changes it: warmth moves tints and leaves lightness alone; more of it bends the
 * middle up and leaves black and white where they are, less of it takes from all alike, or a white sky
 * would never darken.
 *
 * Stops are exact, but for what would be whiter than white.
 *
 * @param pivot the lightness that contrast turns round, OKLab L
 */
export function createRelightDye(
  { warmth, brightness, contrast, saturation, stops = 0 }: LightChange & { readonly stops?: number },
  pivot: number,
): Dye {
  const exposed = 2 ** (stops / 3);
  const exponent = 2 ** (-brightest * Math.max(0, brightness));
  const dimmed = darkest ** Math.max(0, -brightness);
  const slope = hardest * contrast;
  const rich = saturation < 0 ? 1 + saturation : 1 + richest * saturation;
  return (lab) => {
    for (let i = 0; i < lab.length; i += 3) {
      const dim = lab[i] ?? 0;
      const l = exposed === 1 ? dim : pressed(dim * exposed, dim);
      const lifted =
        exponent === 1 || l === 0 ? 1 : 1 + (l ** (exponent - 1) - 1) * Math.min(1, l / noisyBelow);
      const bent = dimmed * l * lifted;
      const next = Math.min(1, bent + slope * (bent - pivot) * Math.min(1, 5 * bent * (1 - bent)));
      const scale = dim > 0 ? (rich * next) / dim : 0;
      const room = next > white ? Math.max(0, (1 - next) / (1 - white)) : 1;
      lab[i] = next;
      lab[i + 1] = (lab[i + 1] ?? 0) * scale + warmth * warmest.a * next * room;
      lab[i + 2] = (lab[i + 2] ?? 0) * scale + warmth * warmest.b * next * room;
      fitGamut(lab, i);
    }
  };
}
