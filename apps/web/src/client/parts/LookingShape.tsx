import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Shape } from '../../ui/Shape.tsx';

/** The shape of a picture with its bar, before anything is known. */
export function LookingShape() {
  return (
    <div role="status" className="flex h-full flex-col">
      <span className="sr-only">{texts.client.opening}</span>
      <div className="flex h-14 shrink-0 flex-col justify-center gap-1.5 bg-panel px-4">
        <Shape className="h-4 w-36" />
        <Shape className="h-3 w-52" />
      </div>
      <div className="grid flex-1 place-items-center">
        <Shape className="aspect-3/2 w-full max-w-200 rounded-none md:w-4/5" />
      </div>
      <div className="h-20 shrink-0 bg-panel" />
    </div>
  );
}
