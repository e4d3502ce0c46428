import type { Finding, Report } from './schemas.ts';

/** "2 Bowl far: found by features, similarity, 99 % alike" */
export function describeFinding({ number, name, state, reason, place }: Finding): string {
  const frame = `${number} ${name}`;
  if (state !== 'found') return `${frame}: left out, ${reason}`;
  const alike = Math.round((place?.figures?.correlation ?? 0) * 100);
  return `${frame}: found by ${place?.way}, ${place?.model}, ${alike} % alike`;
}

/** A line for each frame something was made in. */
export function describeReport({ frames }: Report): readonly string[] {
  return frames.flatMap(({ number, name, edit, proof, measured }) => {
    if (!edit) return [];
    const frame = `${number} ${name}: ${edit.state}`;
    if (!proof || !measured) return [frame];
    const { before, after } = measured;
    const differs = `ΔE ${before.deltaE.toFixed(1)} → ${after.deltaE.toFixed(1)}, SSIM ${after.ssim.toFixed(3)}`;
    return [`${frame}, ${proof.changedOutside} changed outside, ${differs}`];
  });
}
