'use client';

import type { KitColour } from '../../data/types.ts';
import { kitTexts } from '../../text/kitTexts.ts';
import { AddColour } from './AddColour.tsx';
import { ColourRow } from './ColourRow.tsx';

const words = kitTexts.kit;

type ColoursProps = { readonly colours: readonly KitColour[]; readonly mayChange: boolean };

export function Colours({ colours, mayChange }: ColoursProps) {
  return (
    <section aria-label={words.colours}>
      <h3 className="mb-2 font-semibold text-13">{words.colours}</h3>
      {colours.length === 0 && <p className="mb-2 text-12 text-text-2">{words.noColours}</p>}
      <ul className="mb-2 grid gap-1 empty:hidden">
        {colours.map((colour) => (
          <ColourRow key={colour.id} colour={colour} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && <AddColour />}
    </section>
  );
}
