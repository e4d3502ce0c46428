import type { FramePoint } from '@pinpaint/domain';

/** Shows a line while a finger draws it, past React: it changes with each move. */
export function drawLine(group: SVGGElement | null, path: readonly FramePoint[]): void {
  if (!group) return;
  if (path.length === 0) group.replaceChildren();
  else if (group.childElementCount === 0) group.append(...['under', 'over'].map(newPath));
  const d = pathOf(path);
  for (const line of group.children) line.setAttribute('d', d);
}

export function pathOf(path: readonly FramePoint[]): string {
  return path.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** In CSS pixels, whatever the zoom: a dark line under a yellow one is seen on any picture. */
export const lineStyles = {
  under: { stroke: '#000', strokeOpacity: '0.55', strokeWidth: 'calc(6.5px / var(--scale))' },
  over: { stroke: '#ffd84a', strokeOpacity: '1', strokeWidth: 'calc(3.5px / var(--scale))' },
} as const;

function newPath(name: string): SVGPathElement {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  Object.assign(line.style, lineStyles[name === 'under' ? 'under' : 'over'], {
    fill: 'none',
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  });
  return line;
}
