import type { Region } from '@pinpaint/domain';
import { boundsOfRegion } from '@pinpaint/domain';
import { lineStyles, pathOf } from './drawLine.ts';

export type RegionLineProps = {
  readonly region: Region;
  /** Yellow is what is being written about now; the others are thin and white. */
  readonly isActive: boolean;
};

/** A region's outline in frame space; a point and the whole picture have none. */
export function RegionLine({ region, isActive }: RegionLineProps) {
  const d = outlineOf(region);
  if (d === null) return null;
  const { under, over } = isActive ? lineStyles : quiet;
  const strike = region.kind === 'brush' && isActive ? region.strokes : [];
  return (
    <svg className="pointer-events-none absolute overflow-visible" width="1" height="1" aria-hidden="true">
      {strike.map(({ points, radiusPx }) => (
        <path
          key={pathOf(points)}
          d={pathOf(points)}
          style={{ ...shared, stroke: '#ffd84a', strokeOpacity: 0.35, strokeWidth: radiusPx * 2 }}
        />
      ))}
      <path d={d} style={{ ...shared, ...under }} />
      <path d={d} style={{ ...shared, ...over }} />
    </svg>
  );
}

const shared = { fill: 'none', strokeLinejoin: 'round', strokeLinecap: 'round' } as const;

const quiet = {
  under: { stroke: '#000', strokeOpacity: 0.45, strokeWidth: 'calc(3.5px / var(--scale))' },
  over: { stroke: '#fff', strokeOpacity: 0.9, strokeWidth: 'calc(1.5px / var(--scale))' },
} as const;

function outlineOf(region: Region): string | null {
  switch (region.kind) {
    case 'lasso':
      return `${pathOf(region.points)}Z`;
    case 'brush':
      return region.strokes.map(({ points }) => pathOf(points)).join('');
    case 'ellipse': {
      const { cx, cy, rx, ry } = region;
      return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${rx * 2} 0a${rx} ${ry} 0 1 0 ${-rx * 2} 0Z`;
    }
    case 'rectangle':
    case 'raster': {
      const rect = boundsOfRegion(region);
      return rect && `M${rect.x} ${rect.y}h${rect.width}v${rect.height}h${-rect.width}Z`;
    }
    default:
      return null;
  }
}
