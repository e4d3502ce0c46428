import type { MaskFigures } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { megapixels } from '../../ui/numbers.ts';

/** How much of the frame may change, and how much stays as it is. */
export function ShareBar({ figures: { pixels, share } }: { readonly figures: MaskFigures }) {
  const rest = share > 0 ? Math.max(0, pixels / share - pixels) : 0;
  const percent = share * 100;
  return (
    <div className="mt-2">
      <div
        role="img"
        aria-label={texts.edit.share(percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent))}
        className="mb-1.5 flex h-1.5 gap-0.5 overflow-hidden rounded-[2px]"
      >
        <span className="bg-text-2" style={{ width: `${Math.min(100, Math.max(0.5, percent))}%` }} />
        <span className="flex-1 bg-pressed" />
      </div>
      <p className="num flex justify-between font-medium text-11 text-text-2">
        <span>{texts.edit.mayChange(megapixels(pixels))}</span>
        <span>{texts.edit.stays(megapixels(rest))}</span>
      </p>
    </div>
  );
}
