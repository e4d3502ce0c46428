import { limitBeyond, usdText } from '@pinpaint/domain';
import type { FilmEstimate, Rendition } from './schemas.ts';

/** "upscale: ready, by onnx-upscale (cpu), sha256 …"; of one that failed, what the service said where it said something. */
export function describeRendition(rendition: Rendition): string {
  const { step, state, failureCode, failureSays, fileDigest, provenance } = rendition;
  if (state !== 'ready')
    return [`${step?.kind}: ${state}`, failureCode, failureSays].filter(Boolean).join(', ');
  const how = provenance?.provider ?? provenance?.encoder;
  return `${step?.kind}: ready, by ${provenance?.engine}${how ? ` (${how})` : ''}, sha256 ${fileDigest}`;
}

/** Who makes the film, for how much, and what may be spent: a line each. */
export function describeFilm({ film, limits }: FilmEstimate, seconds: number): readonly string[] {
  if (!film) return ['Nobody connected here makes films.'];
  const usd = film.usdPerSecond * seconds;
  const beyond = limitBeyond(limits, usd);
  return [
    `${film.model}: ${seconds} s × ${usdText(film.usdPerSecond)} = ${usdText(usd)}, exact in no frame`,
    ...limits.map(
      (limit) => `${limitText(limit)}${limit.of === beyond?.of ? ': this film would be beyond it' : ''}`,
    ),
  ];
}

function limitText({ of, spentUsd, limitUsd }: FilmEstimate['limits'][number]): string {
  if (of === 'edit') return `limit ${of}: ${usdText(limitUsd)}`;
  return `limit ${of}: ${usdText(spentUsd)} of ${usdText(limitUsd)} spent`;
}
