'use client';

import { RadioGroup } from 'radix-ui';
import type { Artwork } from '../../data/types.ts';
import { kitTexts } from '../../text/kitTexts.ts';
import { ArtworkThumb } from '../kit/ArtworkThumb.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';

const words = kitTexts.place;

export type ArtworkChoiceProps = {
  readonly artworks: readonly Artwork[];
  readonly chosen: string | null;
  readonly onChoose: (artwork: Artwork) => void;
};

/** One of the kit's artworks. */
export function ArtworkChoice({ artworks, chosen, onChoose }: ArtworkChoiceProps) {
  const { store } = useBoardContext();
  return (
    <>
      <h3 className="flex items-center gap-1.5 font-medium text-11 text-text-3">
        {words.title}
        <span className="flex-1" />
        <button
          type="button"
          onClick={() => store.setState({ showsKit: true })}
          className="font-medium text-11 text-text-2 underline underline-offset-2 hover:text-text"
        >
          {kitTexts.kit.title}
        </button>
      </h3>
      <RadioGroup.Root
        aria-label={words.choose}
        value={chosen}
        onValueChange={(id) => {
          const artwork = artworks.find((one) => one.id === id);
          if (artwork) onChoose(artwork);
        }}
        className="grid max-h-43 grid-cols-4 gap-1.5 overflow-y-auto p-0.5"
      >
        {artworks.map(({ id, name }) => (
          <RadioGroup.Item
            key={id}
            value={id}
            aria-label={name}
            title={name}
            className="grid gap-0.5 rounded-2 p-1 text-left hover:bg-hover data-[state=checked]:bg-pressed data-[state=checked]:shadow-[inset_0_0_0_1.5px_var(--text)]"
          >
            <ArtworkThumb id={id} name="" className="h-12 w-full" />
            <span className="truncate text-11">{name}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </>
  );
}
