'use client';

import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Letter } from '../../compare/VersionPicker.tsx';
import { useBoard, useBoardContext } from '../../state/BoardContext.tsx';

/** While two are compared: which are A and B, and buttons to make this one either. */
export function CompareMarks({ version: { id, number } }: { readonly version: Version }) {
  const { store } = useBoardContext();
  const compare = useBoard((state) => state.compare);
  if (!compare) return null;
  const take = (letter: 'a' | 'b') => store.setState({ compare: { ...compare, [letter]: id } });
  return (
    <span className="relative z-10 flex gap-1">
      {(['a', 'b'] as const).map((letter) => {
        const name = letter === 'a' ? 'A' : 'B';
        return compare[letter] === id ? (
          <Letter key={letter} letter={name} label={texts.versions.shownAs(name)} />
        ) : (
          <button
            key={letter}
            type="button"
            aria-label={texts.versions.showAs(texts.versions.name(number), name)}
            title={texts.versions.showAs(texts.versions.name(number), name)}
            onClick={() => take(letter)}
            className="block size-4.5 rounded-1 text-center font-medium text-11 text-text-3 leading-[18px] shadow-[inset_0_0_0_1px_var(--line)] hover:bg-pressed hover:text-text"
          >
            {name}
          </button>
        );
      })}
    </span>
  );
}
