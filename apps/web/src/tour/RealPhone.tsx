import { texts } from '../text/texts.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import type { Tour } from './tour.ts';

const words = texts.tour;

/** How a phone in somebody's hand gets to the client's page. */
export function RealPhone({ tour: { addresses, here } }: { readonly tour: Tour }) {
  const [first] = addresses;
  if (!first) {
    return (
      <div className="grid gap-2">
        <CopyField label={words.clientLink} value={here} look="line" />
        <p className="text-13 text-text-3">{words.closedNetwork}</p>
      </div>
    );
  }
  return (
    <section className="flex items-center gap-4 rounded-3 bg-panel p-4">
      <QrCode text={first} label={words.qr(first)} className="size-32" />
      <div className="min-w-0">
        <h2 className="font-semibold text-15">{words.realPhone}</h2>
        <p className="mt-1 text-13 text-text-2">{words.realPhoneHint}</p>
        <ul className="mt-2 grid gap-1 text-12 text-text-2">
          {addresses.map((address) => (
            <li key={address} className="break-all font-mono">
              {address}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
