import type { PinEstimate } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { money } from '../../ui/numbers.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

export type CannotNoteProps = { readonly cannot: NonNullable<PinEstimate['cannot']> };

/** When no connected engine can do it: what was understood, who could and for how much, and what to do instead. Of a note that was not read, the reading says so itself. */
export function CannotNote({ cannot: { understood, engines, ways } }: CannotNoteProps) {
  const { edit } = texts;
  return (
    <section className="grid grid-cols-1 gap-3 border-line border-t px-3.5 py-3">
      {understood && (
        <ProblemNote
          title={edit.noEngine}
          happened={`${edit.understood}: ${understood}.`}
          kept={edit.nothingQueued}
        />
      )}
      {engines.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium text-11 text-text-3">{edit.could}</h3>
          <ul className="grid grid-cols-1 gap-1 text-12">
            {engines.map(({ name, title, prices }) => (
              <li key={name} className="flex justify-between gap-3">
                <span>{title}</span>
                <span className="num text-right text-text-3">{priceText(prices)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3 className="mb-1 font-medium text-11 text-text-3">{texts.common.whatToDo}</h3>
        <ul className="grid list-disc gap-1 pl-4 text-12 text-text-2">
          {ways.map((way) => (
            <li key={way}>{edit.ways[way]}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function priceText(prices: CannotNoteProps['cannot']['engines'][number]['prices']): string {
  if (prices.every(({ usd }) => usd === 0)) return texts.edit.free;
  return prices.map(({ usd, size }) => texts.edit.price(money(usd), size)).join(' · ');
}
