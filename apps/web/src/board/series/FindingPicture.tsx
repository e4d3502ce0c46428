import { type PixelRect, rectOfSize } from '@pinpaint/domain';
import { sessionApi } from '../../data/api.ts';
import type { Finding, Frame } from '../../data/types.ts';
import { type PictureSource, sourceOf } from '../../pictures/pictureSource.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Picture } from '../../ui/Picture.tsx';
import { regionPath } from '../canvas/lines/regionPath.ts';
import { newestOf } from '../canvas/scene.ts';
import { useVersions } from '../state/useBoardData.ts';

export type FindingPictureProps = { readonly finding: Finding; readonly frame: Frame | undefined };

/** What the frame is now with the found region's outline over it, in the widths of the screen at any size. */
export function FindingPicture({ finding, frame }: FindingPictureProps) {
  const { frameId, region, locks, number, name } = finding;
  const { data: versions = [] } = useVersions();
  const newest = newestOf(versions.filter((version) => version.frameId === frameId));
  if (!frame?.master) {
    return <Picture src={sessionApi.url(`/frames/${frameId}/thumbnail`)} alt="" className="w-26" />;
  }
  const master = rectOfSize(frame.master.size);
  const source: PictureSource = newest
    ? sourceOf(newest, frame)
    : { bounds: master, base: { path: `/frames/${frameId}`, rect: master }, overlays: [] };
  const { bounds, base, overlays } = source;
  const path = region && regionPath(region);
  return (
    <svg
      viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
      className="block h-auto max-h-28 w-26 bg-well"
      role="img"
      aria-label={words.outline(`${number} ${name}`)}
    >
      <Part path={`${base.path}/thumbnail`} rect={base.rect} />
      {overlays.map((overlay) => (
        <Part key={overlay.path} {...overlay} />
      ))}
      {path && <Outline path={path} whole={bounds} />}
      {locks.map((lock) => (
        <LockLine key={lock.name} d={regionPath(lock.region) ?? ''} />
      ))}
    </svg>
  );
}

type PartProps = { readonly path: string; readonly rect: PixelRect; readonly opacity?: number };

function Part({ path, rect, opacity = 1 }: PartProps) {
  return <image href={sessionApi.url(path)} {...rect} opacity={opacity} preserveAspectRatio="none" />;
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
