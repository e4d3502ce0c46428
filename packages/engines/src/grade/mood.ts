import type { Dye } from './dye.ts';
import { fitGamut } from './fitGamut.ts';
import type { Look } from './look.ts';
import type { LitTint } from './namedTint.ts';
import { pressed } from './pressed.ts';
import { blackGuard } from './tint.ts';

/** What a picture is like as a whole: mean lightness and tint, and how far lightness strays. */
export type Mood = LitTint & { readonly spread: number };

type MoodDye = {
  readonly from: Mood;
  readonly to: Mood;
  /** 0…1 each: how much of the way in lightness, and how far at all. */
  readonly lightnessShare: number;
  readonly strength: number;
};

/** Contrast is taken over as far as it doesn't show noise or lose shape. */
const leastContrast = 0.6;
const mostContrast = 1.6;

/** Of what of the look counts: where `plane` is 128 or more. */
export function moodOf({ lightness, tintA, tintB }: Look, plane: Uint8Array): Mood {
  let [count, l, ll, a, b] = [0, 0, 0, 0, 0];
  for (let i = 0; i < plane.length; i += 1) {
    if ((plane[i] ?? 0) < 128) continue;
    count += 1;
    l += lightness[i] ?? 0;
    ll += (lightness[i] ?? 0) ** 2;
    a += tintA[i] ?? 0;
    b += tintB[i] ?? 0;
  }
  const n = Math.max(1, count);
  return { lightness: l / n, a: a / n, b: b / n, spread: Math.sqrt(Math.max(0, ll / n - (l / n) ** 2)) };
}

/** Means moved onto means, spread onto spread (Reinhard and others, "Color Transfer between Images", 2001). */
export function createMoodDye({ from, to, lightnessShare, strength }: MoodDye): Dye {
  const ratio = from.spread > 0.01 ? to.spread / from.spread : 1;
  const contrast = Math.min(mostContrast, Math.max(leastContrast, ratio));
  const slope = 1 + strength * lightnessShare * (contrast - 1);
  const middle = from.lightness + strength * lightnessShare * (to.lightness - from.lightness);
  const [a, b] = [strength * (to.a - from.a), strength * (to.b - from.b)];
  return (lab) => {
    for (let i = 0; i < lab.length; i += 3) {
      const l = lab[i] ?? 0;
      const next = Math.max(0, pressed(middle + slope * (l - from.lightness), l));
      const per = (next + blackGuard) / (l + blackGuard);
      lab[i] = next;
      lab[i + 1] = (lab[i + 1] ?? 0) * per + a * (next + blackGuard);
      lab[i + 2] = (lab[i + 2] ?? 0) * per + b * (next + blackGuard);
      fitGamut(lab, i);
    }
  };
}
