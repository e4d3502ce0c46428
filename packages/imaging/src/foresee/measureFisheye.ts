import type { PixelSize } from '@pinpaint/domain';
import type { View } from '../measure/view.ts';
import { type Chain, chainsIn } from './chainsIn.ts';

/** Shorter edges show no bend; as a share of the picture's half diagonal. */
const leastShare = 0.14;
/** What is left of an edge's bend when it is straight: the farthest from its chord, as a share of that. */
const straightBend = 0.008;
/** Division models tried (Fitzgibbon 2001): r = r′ / (1 + k · r′²), lengths in half diagonals. */
const strengths = [0.06, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45, 0.6];
/** Fewer pixels of long edges tell nothing; in half diagonals. */
const fewest = 3;

/**
 * Fisheye: the share of a picture's long edges that become straight when a wide lens's bending is undone, less the
 * share that were straight and are then not; 0…1. 1 when the picture is a bright circle with black corners.
 * Plumb-line calibration (Devernay and Faugeras 2001) in one parameter: a bowl's rim round the middle stays round
 * under any.
 */
export function measureFisheye(view: View): number {
  if (isRoundInBlack(view)) return 1;
  const half = Math.hypot(view.width, view.height) / 2;
  const chains = chainsIn(view.luma, view, leastShare * half);
  const whole = chains.reduce((sum, { length }) => sum + length, 0);
  if (whole < fewest * half) return 0;
  const straight = straightLength(chains, view, 0);
  const gains = strengths.map((strength) => straightLength(chains, view, strength) - straight);
  return Math.max(0, ...gains) / whole;
}

function straightLength(chains: readonly Chain[], size: PixelSize, strength: number): number {
  return chains.reduce(
    (sum, chain) => sum + (bendOf(chain, size, strength) <= straightBend ? chain.length : 0),
    0,
  );
}

function bendOf({ places }: Chain, { width, height }: PixelSize, strength: number): number {
  const half = Math.hypot(width, height) / 2;
  const at = (k: number): readonly [number, number] => {
    const [x, y] = [
      ((places[2 * k] ?? 0) - width / 2) / half,
      ((places[2 * k + 1] ?? 0) - height / 2) / half,
    ];
    const stretch = 1 / (1 - strength * (x * x + y * y));
    return [x * stretch, y * stretch];
  };
  const last = places.length / 2 - 1;
  const [[ax, ay], [bx, by]] = [at(0), at(last)];
  const chord = Math.hypot(bx - ax, by - ay);
  let most = 0;
  for (let part = 1; part < samples; part += 1) {
    const [x, y] = at(Math.round((part * last) / samples));
    most = Math.max(most, Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / chord);
  }
  return chord === 0 ? 1 : most / chord;
}

const samples = 12;

/** Black in all four corners and on no side's middle. */
function isRoundInBlack({ luma, width, height }: View): boolean {
  const reach = Math.max(2, Math.round(0.05 * Math.min(width, height)));
  const mean = (x: number, y: number): number => {
    let sum = 0;
    for (let dy = 0; dy < reach; dy += 1) {
      for (let dx = 0; dx < reach; dx += 1) sum += luma[(y + dy) * width + x + dx] ?? 0;
    }
    return sum / (reach * reach);
  };
  const [right, bottom] = [width - reach, height - reach];
  const corners = [mean(0, 0), mean(right, 0), mean(0, bottom), mean(right, bottom)];
  const [midX, midY] = [Math.floor(right / 2), Math.floor(bottom / 2)];
  // Two opposite ones are enough: a circle may be cut above and below, or at the sides.
  const sides = [
    Math.min(mean(midX, reach), mean(midX, bottom - reach)),
    Math.min(mean(reach, midY), mean(right - reach, midY)),
  ];
  return Math.max(...corners) < blackSteps && Math.max(...sides) > brightSteps;
}

const blackSteps = 8;
const brightSteps = 30;
