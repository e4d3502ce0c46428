import { texts } from '../text/texts.ts';
import { Button, type ButtonLook, buttonClasses } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { ClientPageLink } from './ClientPageLink.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import { RealPhone } from './RealPhone.tsx';
import { RoleForm } from './RoleForm.tsx';
import type { Tour } from './tour.ts';

const words = texts.tour;

/** The first page after `npm start`: what this is, in three steps, with the client's phone beside it. */
export function Welcome({ tour }: { readonly tour: Tour }) {
  const goTo = `/boards/${tour.boardId}`;
  return (
    <main
      aria-label={texts.common.product}
      className="mx-auto grid min-h-dvh max-w-280 items-center gap-12 px-5 py-8 md:grid-cols-[minmax(0,1fr)_auto] md:px-10"
    >
      <div className="grid max-w-140 gap-7">
        <header className="flex items-center gap-2 font-semibold text-15">
          <Mark sizePx={28} />
          {texts.common.product}
        </header>
        <div>
          <h1 className="text-balance font-semibold text-28 tracking-[-0.015em] md:text-40">{words.claim}</h1>
          <p className="mt-3 text-16 text-text-2">{words.lead}</p>
        </div>
        <section aria-label={words.title}>
          <h2 className="mb-4 font-semibold text-15">{words.title}</h2>
          <ol className="grid gap-4">
            {words.steps.map(({ title, lead }, i) => (
              <li key={title} className="flex gap-3.5">
                <span
                  aria-hidden="true"
                  className="num grid size-7 shrink-0 place-items-center rounded-full font-semibold text-13 shadow-[inset_0_0_0_1.5px_var(--line-control)]"
                >
                  {i + 1}
                </span>
                <div>
                  <h3 className="font-semibold text-15">{title}</h3>
                  <p className="text-14 text-text-2">{lead}</p>
                </div>
              </li>
            ))}
          </ol>
        </section>
        <div className="flex flex-wrap items-center gap-3">
          <ClientPageLink
            tour={tour}
            className={buttonClasses({ look: 'primary', size: 'touch' }, 'w-full md:hidden')}
          >
            {words.openPhone}
          </ClientPageLink>
          <OpenBoard goTo={goTo} look="line" className="w-full md:hidden" />
          <OpenBoard goTo={goTo} look="primary" className="max-md:hidden" />
          <p className="text-13 text-text-2">
            <b className="mr-1.5 rounded-1 border border-attention px-1.5 py-px font-semibold text-11 text-attention">
              {words.demo}
            </b>
            {words.demoLead}
          </p>
        </div>
        <RealPhone tour={tour} />
        <nav aria-label={words.status} className="flex flex-wrap gap-5 text-13 text-text-2">
          <a className="py-1 underline underline-offset-3 hover:text-text" href="/sign-in">
            {words.signIn}
          </a>
          <a className="py-1 underline underline-offset-3 hover:text-text" href="/status">
            {words.status}
          </a>
          <a className="py-1 underline underline-offset-3 hover:text-text" href="/api/v1/docs">
            {words.api}
          </a>
        </nav>
      </div>
      <div className="max-md:hidden">
        <PhoneFrame tour={tour} scale={0.94} />
      </div>
    </main>
  );
}

type OpenBoardProps = {
  readonly goTo: string;
  readonly look: ButtonLook;
  readonly className: string;
};

/** Beside the phone it is what comes next; on a phone the client’s page is. */
function OpenBoard({ goTo, look, className }: OpenBoardProps) {
  return (
    <div className={className}>
      <RoleForm person="artist" goTo={goTo}>
        <Button look={look} size="touch" type="submit" className="max-md:w-full">
          {words.openBoard}
        </Button>
      </RoleForm>
    </div>
  );
}
