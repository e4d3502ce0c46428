import { Check, Circle } from 'lucide-react';
import type { Metadata } from 'next';
import { texts } from '../../text/texts.ts';
import { readiness } from './readiness.ts';

const words = texts.status;

export const metadata: Metadata = { title: `${words.title} · ${texts.common.product}` };

/** What runs here, for whoever looks after it. */
export default async function StatusPage() {
  const parts = await readiness();
  return (
    <main className="mx-auto grid max-w-150 gap-6 px-4 py-10">
      <header>
        <h1 className="font-semibold text-20">{words.title}</h1>
        <p className="mt-1 text-15 text-text-2">{words.lead}</p>
      </header>
      <ul className="divide-y divide-line rounded-3 bg-panel px-4">
        {parts.map(({ name, ready, says }) => (
          <li key={name} className="flex min-h-12 items-center gap-3 text-13">
            {ready ? (
              <Check size={16} className="text-resolved" aria-hidden="true" />
            ) : (
              <Circle size={16} className="text-text-3" aria-hidden="true" />
            )}
            <span className="flex-1 font-medium">{name}</span>
            <span className="text-text-2">
              {ready ? words.ready : words.notYet}, {says}
            </span>
          </li>
        ))}
      </ul>
      <section aria-label={words.where}>
        <h2 className="mb-2 font-semibold text-15">{words.where}</h2>
        <ul className="grid gap-1 text-13">
          {places.map(([href, name]) => (
            <li key={href}>
              <a href={href} className="inline-block py-1 underline underline-offset-3">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p className="text-13 text-text-3">{words.hint}</p>
    </main>
  );
}

const places = [
  ['/', words.start],
  ['/api/v1/docs', words.apiDocs],
  ['/api/v1/openapi.json', words.openApi],
  ['/readyz', words.readyz],
] as const;
