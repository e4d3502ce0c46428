import { type PixelRect, rectOfSize } from '@pinpaint/domain';
import { sessionApi } from '../../data/api.ts';
import type { Finding, Frame } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Picture } from '../../ui/Picture.tsx';
import { regionPath } from '../canvas/lines/regionPath.ts';

export type FindingPictureProps = { readonly finding: Finding; readonly frame: Frame | undefined };

/** The picture with the found region's outline over it, in the widths of the screen at any size. */
export function FindingPicture({ finding, frame }: FindingPictureProps) {
  const { frameId, region, locks, number, name } = finding;
  const size = frame?.master?.size;
  const src = sessionApi.url(`/frames/${frameId}/thumbnail`);
  if (!size) return <Picture src={src} alt="" className="w-26" />;
  const whole = rectOfSize(size);
  const path = region && regionPath(region);
  return (
    <svg
      viewBox={`0 0 ${whole.width} ${whole.height}`}
      className="block h-auto max-h-28 w-26 bg-well"
      role="img"
      aria-label={words.outline(`${number} ${name}`)}
    >
      <image href={src} width={whole.width} height={whole.height} preserveAspectRatio="none" />
      {path && <Outline path={path} whole={whole} />}
      {locks.map((lock) => (
        <LockLine key={lock.name} d={regionPath(lock.region) ?? ''} />
      ))}
    </svg>
  );
}

/** White on black, as every outline on a picture: seen on any. */
function Outline({ path, whole }: { readonly path: string; readonly whole: PixelRect }) {
  const line = { d: path, fill: 'none', vectorEffect: 'non-scaling-stroke' as const };
  return (
    <>
      <path
        d={`M${whole.x},${whole.y}h${whole.width}v${whole.height}h${-whole.width}Z${path}`}
        fill="rgb(0 0 0 / .45)"
        fillRule="evenodd"
      />
      <path {...line} stroke="black" strokeWidth={3} />
      <path {...line} stroke="white" strokeWidth={1.5} />
    </>
  );
}

function LockLine({ d }: { readonly d: string }) {
  const line = { d, vectorEffect: 'non-scaling-stroke' as const };
  return (
    <path {...line} fill="rgb(255 255 255 / .25)" stroke="white" strokeWidth={1} strokeDasharray="3 2" />
  );
}
