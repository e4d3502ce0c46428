import type { Metadata } from 'next';
import { headers } from 'next/headers.js';
import { pathWithin } from '../../signIn/pathWithin.ts';
import { readWays, waysHeader } from '../../signIn/ways.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { MailForm } from './MailForm.tsx';
import { Mark } from './Mark.tsx';
import { OidcForm } from './OidcForm.tsx';
import { problemText } from './problemText.ts';
import './signIn.css';

export const metadata: Metadata = { title: 'Sign in · Pinpaint' };

type Asked = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Which ways in there are, the server has said: it alone knows from where this was asked. */
export default async function SignInPage({ searchParams }: { readonly searchParams: Asked }) {
  const { to, problem, sent } = await searchParams;
  const ways = readWays((await headers()).get(waysHeader));
  const goTo = pathWithin(typeof to === 'string' ? to : null);
  const says = problemText(problem);
  return (
    <main className="sign-in">
      <header className="brand">
        <Mark />
        Pinpaint
      </header>
      <section className="card" aria-labelledby="title">
        <h1 id="title">{sent === undefined ? 'Sign in' : 'Look into your mail'}</h1>
        {says && (
          <p className="problem" role="alert">
            {says}
          </p>
        )}
        {sent !== undefined && <Sent />}
        {sent === undefined && ways.mail && <MailForm goTo={goTo} />}
        {sent === undefined && ways.oidc !== null && <OidcForm goTo={goTo} name={ways.oidc} />}
        {ways.demo && <DemoPeople goTo={goTo} />}
        {!ways.demo && !ways.mail && ways.oidc === null && <NoWay />}
      </section>
      <p className="aside">Clients need no account: a review link lets them in.</p>
    </main>
  );
}

/** Says nothing of whether anybody here has the address. */
function Sent() {
  return (
    <div className="no-way" role="status">
      <p>
        If a member has this address, a link is on its way. It works once, for 15 minutes, in this browser.
      </p>
      <p>
        <a href="/sign-in">Use another address</a>
      </p>
    </div>
  );
}

function NoWay() {
  return (
    <div className="no-way">
      <p>No way to sign in is set up for this address.</p>
      <p>Whoever runs it can add one; until then, an API token works for programs.</p>
    </div>
  );
}
