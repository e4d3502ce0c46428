import { encode } from 'uqr';
import { texts } from '../text/texts.ts';

/** Drawn as one path; its quiet border is part of it. */
export function QrCode({ address }: { readonly address: string }) {
  const { data, size } = encode(address, { border: 2 });
  const d = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={texts.tour.qr(address)}
      className="size-32 shrink-0 rounded-2 bg-[#fff]"
      shapeRendering="crispEdges"
    >
      <path d={d} fill="#000" />
    </svg>
  );
}
