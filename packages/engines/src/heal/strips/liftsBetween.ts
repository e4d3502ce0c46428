import { type Meeting, sampleAt, sharedLines, type View } from './layStrips.ts';

/** A step (8-bit steps, any channel) up to which two pieces are the same thing in another light… */
const surelyLight = 24;
/** …and from which they are two things with an edge between them, which stays. */
const surelyEdge = 40;
/** Deviations of the means along a line, as shares of its length, coarse to fine; and their least in pixels. */
const scales = [0.012, 0.003, 0.0007] as const;
const finest = 0.7;
/** Lines to either side of the cut over which light is compared, in deviations. */
const besides = 0.2;
/** How far a lift reaches behind the cut, in its deviations: what is finer fades sooner, as a membrane's would. */
const fades = 12;

/** R, G, B in 8-bit steps for each pixel of a line; fades to nothing over `reach` lines. */
export type Lift = { readonly steps: Float32Array; readonly reach: number };

/**
 * How much lighter what lies before each cut is than what goes on behind it, in parts: slow changes along the line,
 * and what is left of quicker ones. The sum of them, fading, is nearly the membrane through the cut (Pérez 2003)
 * that a side without a far end allows.
 */
export function liftsBetween(view: View, meeting: Meeting, cuts: Int32Array): readonly Lift[] {
  const { length } = view.side;
  const sofar = new Float32Array(length * 3);
  return scales.map((scale, index) => {
    const deviation = Math.max(finest, scale * length);
    const look = { cuts, sofar, lines: Math.max(1, Math.round(besides * deviation)) };
    const steps = calmed(missingSteps(view, meeting, look), deviation);
    for (let i = 0; i < sofar.length; i++) sofar[i] = (sofar[i] ?? 0) + (steps[i] ?? 0);
    return { steps, reach: index === 0 ? meeting.end - meeting.start : fades * deviation };
  });
}

type Look = { readonly cuts: Int32Array; readonly sofar: Float32Array; readonly lines: number };
type Steps = { readonly steps: Float32Array; readonly trust: Float32Array };

function missingSteps({ samples, step, side }: View, meeting: Meeting, { cuts, sofar, lines }: Look): Steps {
  const steps = new Float32Array(sofar.length);
  const trust = new Float32Array(cuts.length);
  for (let at = 0; at < cuts.length; at++) {
    const cut = cuts[at] ?? 0;
    const [from, to] = sharedLines(side, { ...meeting, start: cut }, lines);
    if (to <= from) continue;
    let most = 0;
    for (let channel = 0; channel < 3; channel++) {
      let sum = 0;
      for (let line = from; line < to; line++) {
        sum +=
          (samples[sampleAt(side, meeting.before, line, at) + channel] ?? 0) -
          (samples[sampleAt(side, meeting.after, line, at) + channel] ?? 0);
      }
      const missing = sum / (to - from) / step - (sofar[at * 3 + channel] ?? 0);
      steps[at * 3 + channel] = missing;
      most = Math.max(most, Math.abs(missing));
    }
    trust[at] = Math.min(1, Math.max(0, (surelyEdge - most) / (surelyEdge - surelyLight)));
  }
  return { steps, trust };
}

/** A mean with Gaussian weights, of what can be trusted; where there is little of it, less than that. */
function calmed({ steps, trust }: Steps, deviation: number): Float32Array {
  const far = Math.ceil(2.5 * deviation);
  const weights = Float32Array.from({ length: far + 1 }, (_, d) => Math.exp(-0.5 * (d / deviation) ** 2));
  const lifts = new Float32Array(steps.length);
  for (let at = 0; at < trust.length; at++) {
    let total = 0;
    let all = 0;
    for (let next = Math.max(0, at - far); next <= Math.min(trust.length - 1, at + far); next++) {
      const weight = weights[Math.abs(next - at)] ?? 0;
      const trusted = weight * (trust[next] ?? 0);
      all += weight;
      total += trusted;
      for (let channel = 0; channel < 3; channel++) {
        lifts[at * 3 + channel] = (lifts[at * 3 + channel] ?? 0) + trusted * (steps[next * 3 + channel] ?? 0);
      }
    }
    const share = total === 0 ? 0 : Math.min(1, (3 * total) / all) / total;
    for (let channel = 0; channel < 3; channel++)
      lifts[at * 3 + channel] = (lifts[at * 3 + channel] ?? 0) * share;
  }
  return lifts;
}
