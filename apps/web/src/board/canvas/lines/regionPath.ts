import { assertNever, type FramePoint, type PixelRect, type Region } from '@pinpaint/domain';

/** A region's outline as an SVG path in frame space; null when it has none of its own (a point, the whole frame). */
export function regionPath(region: Region): string | null {
  switch (region.kind) {
    case 'point':
    case 'none':
      return null;
    case 'rectangle':
      return rectPath(region);
    case 'raster':
      return rectPath(region.rect);
    case 'ellipse':
      return ellipsePath(region);
    case 'lasso':
      return `${polyline(region.points)}Z`;
    case 'brush':
      return region.strokes
        .filter(({ erase }) => !erase)
        .map(({ points }) => polyline(points))
        .join('');
    default:
      return assertNever(region);
  }
}

/** Closed lines of x and y in turn. */
export function contourPath(contours: readonly (readonly number[])[]): string {
  return contours
    .map((contour) => {
      let path = '';
      for (let i = 0; i < contour.length; i += 2) {
        path += `${i === 0 ? 'M' : 'L'}${short(contour[i] ?? 0)},${short(contour[i + 1] ?? 0)}`;
      }
      return `${path}Z`;
    })
    .join('');
}

function rectPath({ x, y, width, height }: PixelRect): string {
  return `M${short(x)},${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
}

function ellipsePath({ cx, cy, rx, ry }: Extract<Region, { kind: 'ellipse' }>): string {
  const arc = (dx: number) => `a${short(rx)},${short(ry)} 0 1 0 ${short(dx)},0`;
  return `M${short(cx - rx)},${short(cy)}${arc(2 * rx)}${arc(-2 * rx)}Z`;
}

function polyline(points: readonly FramePoint[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${short(x)},${short(y)}`).join('');
}

/** A hundredth of a pixel is less than anybody sees at 3200 %. */
function short(n: number): number {
  return Math.round(n * 100) / 100;
}
