'use client';

import { type FrameId, type PixelRect, type Region, rectOfSize, spotOfPoint } from '@pinpaint/domain';
import type { Lock, Pin } from '../../../data/types.ts';
import { useBoard } from '../../state/BoardContext.tsx';
import type { Drawn } from '../../state/boardStore.ts';
import { useLocks, usePins } from '../../state/useBoardData.ts';
import { useFound, useSnapped } from '../find/useFound.ts';
import type { BoardMask } from '../mask/useMask.ts';
import { usePlaced } from '../usePlaced.ts';
import { usePlacedGroup } from '../usePlacedGroup.ts';
import { pictureOf } from '../viewActions.ts';
import { contourPath, regionPath } from './regionPath.ts';
import './lines.css';

/** Outlines over the pictures. Each is as wide at any zoom, and goes with the view without being drawn anew by us. */
export function LineLayer({ mask }: { readonly mask: BoardMask | null }) {
  const bounds = useBoard((state) => state.bounds);
  const selected = useBoard((state) => state.frameId);
  const also = useBoard((state) => state.alsoSelected);
  return (
    <svg className="pointer-events-none absolute inset-0 size-full overflow-hidden" aria-hidden="true">
      {[...bounds.keys()].map((frameId) => (
        <FrameLines key={frameId} frameId={frameId} mask={mask?.frameId === frameId ? mask : null} />
      ))}
      <PeerOutlines />
      {[selected, ...also].map((frameId) => frameId && <Selection key={frameId} frameId={frameId} />)}
    </svg>
  );
}

type FrameLinesProps = { readonly frameId: FrameId; readonly mask: BoardMask | null };

function FrameLines({ frameId, mask }: FrameLinesProps) {
  const pins = usePins().data;
  const locks = useLocks().data;
  const pinId = useBoard((state) => state.pinId);
  const found = useFound();
  const isSelected = useBoard((state) => state.frameId === frameId);
  const drawn = useBoard(({ drawn: one }) => (one?.frameId === frameId ? one : null));
  const covered = useBoard(({ bounds }) => bounds.get(frameId));
  const group = usePlacedGroup(frameId);
  const ofFrame = (thing: Pin | Lock) => thing.frameId === frameId;
  const own = locks?.filter(ofFrame) ?? [];
  return (
    <g ref={group}>
      {isSelected &&
        pins
          ?.filter((pin) => ofFrame(pin) && pin.id !== pinId && isOpen(pin))
          .map(({ id, region }) => <Line key={id} kind="thin" path={regionPath(region as Region)} />)}
      {own.length > 0 && <Hatch frameId={frameId} />}
      {own.map(({ id, region }) => (
        <Line key={id} kind="lock" path={regionPath(region as Region)} fill={`url(#${hatchOf(frameId)})`} />
      ))}
      {mask && <Line kind="ants" path={contourPath(mask.mask.contours)} />}
      {found?.region && found.smart.frameId === frameId && (
        <Line kind="ants" path={regionPath(found.region)} />
      )}
      {drawn && <DrawnLine drawn={drawn} covered={covered} />}
    </g>
  );
}

type DrawnLineProps = { readonly drawn: Drawn; readonly covered: PixelRect | undefined };

function DrawnLine({ drawn, covered }: DrawnLineProps) {
  const { region } = useSnapped(drawn);
  return <Line kind="ants" path={regionPath(region ?? spread(drawn.region, covered))} />;
}

/** A spot is drawn as large as what it stands for. */
function spread(region: Region, covered: PixelRect | undefined): Region {
  if (region.kind !== 'point' || !covered) return region;
  return spotOfPoint([region.x, region.y], rectOfSize(covered));
}

function isOpen({ state }: Pin): boolean {
  return state !== 'resolved' && state !== 'declined';
}

type LineProps = {
  readonly kind: 'thin' | 'lock' | 'ants';
  readonly path: string | null;
  readonly fill?: string;
};

/** Two lines of two tones: one of them is seen on any picture. */
function Line({ kind, path, fill = 'none' }: LineProps) {
  if (!path) return null;
  return (
    <>
      <path d={path} fill="none" className={`board-line ${kind}-under`} />
      <path d={path} fill={fill} className={`board-line ${kind}-over`} />
    </>
  );
}

/** Its stripes keep their width: the pattern shrinks as the picture grows. */
function Hatch({ frameId }: { readonly frameId: FrameId }) {
  const pattern = usePlaced<SVGPatternElement>((element, { camera, places }) => {
    const scale = camera.scale * (places.get(frameId)?.scale ?? 1);
    element.setAttribute('patternTransform', `scale(${1 / scale}) rotate(45)`);
  });
  return (
    <pattern ref={pattern} id={hatchOf(frameId)} width="9" height="9" patternUnits="userSpaceOnUse">
      <rect width="9" height="9" fill="#000" fillOpacity=".12" />
      <rect width="1.5" height="9" fill="#fff" fillOpacity=".38" />
    </pattern>
  );
}

function hatchOf(frameId: FrameId): string {
  return `hatch-${frameId}`;
}

function Selection({ frameId }: { readonly frameId: FrameId }) {
  return (
    <>
      <Outline frameId={frameId} className="selection-under" byPx={0.5} />
      <Outline frameId={frameId} className="selection-over" byPx={2} />
    </>
  );
}

function PeerOutlines() {
  const peers = useBoard((state) => state.peers);
  const chosen = [...new Set(peers.map(({ frameId }) => frameId))];
  return chosen.map(
    (frameId) => frameId && <Outline key={frameId} frameId={frameId} className="peer" byPx={1.5} />,
  );
}

type OutlineProps = { readonly frameId: FrameId; readonly className: string; readonly byPx: number };

function Outline({ frameId, className, byPx }: OutlineProps) {
  const rect = usePlaced<SVGRectElement>((element, state) => {
    const picture = pictureOf(state, frameId);
    if (!picture) return;
    element.setAttribute('x', String(picture.x - byPx));
    element.setAttribute('y', String(picture.y - byPx));
    element.setAttribute('width', String(picture.width + 2 * byPx));
    element.setAttribute('height', String(picture.height + 2 * byPx));
  });
  return <rect ref={rect} fill="none" className={`board-line ${className}`} />;
}
