'use client';

import type { NamedColour } from '@pinpaint/domain';
import { kitTexts } from '../../text/kitTexts.ts';
import { classes } from '../../ui/classes.ts';
import { useKit } from './useKit.ts';

export type KitSwatchesProps = {
  readonly chosen: NamedColour;
  readonly onChoose: (colour: NamedColour) => void;
};

/** The brand's own colours, to choose one by a click. */
export function KitSwatches({ chosen, onChoose }: KitSwatchesProps) {
  const colours = useKit().data?.colours ?? [];
  if (colours.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1 text-12 text-text-2">{kitTexts.kit.swatches}</legend>
      {colours.map(({ id, name, hex }) => {
        const isChosen = name === chosen.name && hex === chosen.hex;
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChoose({ name, hex })}
            className={classes(
              'inline-flex h-7 pointer-coarse:h-11 max-w-full items-center gap-1.5 rounded-2 px-1.5 text-12 hover:bg-hover',
              isChosen && 'bg-pressed font-medium',
            )}
          >
            <span
              aria-hidden="true"
              className="size-4 shrink-0 rounded-1 shadow-[inset_0_0_0_1px_rgb(128_128_128/.5)]"
              style={{ background: hex }}
            />
            <span className="truncate">{name}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
