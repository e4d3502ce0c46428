import { encode } from 'uqr';
import { classes } from './classes.ts';

export type QrCodeProps = { readonly text: string; readonly label: string; readonly className?: string };

/** For a phone's camera. Dark on light whatever the surround: cameras want it so. */
export function QrCode({ text, label, className = 'size-42' }: QrCodeProps) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classes('shrink-0 rounded-1', className)}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
