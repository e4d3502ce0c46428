import type { Metadata } from 'next';
import { headers } from 'next/headers.js';
import { DemoPeople } from '../../signIn/page/DemoPeople.tsx';
import { MailForm } from '../../signIn/page/MailForm.tsx';
import { OidcForm } from '../../signIn/page/OidcForm.tsx';
import { problemText } from '../../signIn/page/problemText.ts';
import { SignInCard } from '../../signIn/page/SignInCard.tsx';
import { pathWithin } from '../../signIn/pathWithin.ts';
import { readWays, waysHeader } from '../../signIn/ways.ts';
import { texts } from '../../text/texts.ts';

const words = texts.signIn;

export const metadata: Metadata = { title: words.pageTitle };

type Asked = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Which ways in there are, the server has said: it alone knows from where this was asked. */
export default async function SignInPage({ searchParams }: { readonly searchParams: Asked }) {
  const { to, problem, sent } = await searchParams;
  const ways = readWays((await headers()).get(waysHeader));
  const goTo = pathWithin(typeof to === 'string' ? to : '/projects');
  const says = problemText(problem);
  const isSent = sent !== undefined;
  return (
    <SignInCard title={isSent ? words.lookIntoMail : words.title} aside={words.aside}>
      {says && (
        <p role="alert" className="rounded-2 bg-sunken p-3 text-attention">
          {says}
        </p>
      )}
      {isSent && <Sent />}
      {!isSent && ways.mail && <MailForm goTo={goTo} />}
      {!isSent && ways.oidc !== null && <OidcForm goTo={goTo} name={ways.oidc} />}
      {ways.demo && (ways.mail || ways.oidc !== null) && <hr className="my-1 border-line" />}
      {ways.demo && <DemoPeople goTo={goTo} />}
      {!ways.demo && !ways.mail && ways.oidc === null && <NoWay />}
    </SignInCard>
  );
}

/** Says nothing of whether anybody here has the address. */
function Sent() {
  return (
    <div role="status" className="grid gap-2 text-text-2">
      <p>{words.sent}</p>
      <p>
        <a href="/sign-in" className="underline underline-offset-4 hover:text-text">
          {words.otherAddress}
        </a>
      </p>
    </div>
  );
}

function NoWay() {
  return (
    <div className="grid gap-2 text-text-2">
      <p>{words.noWay}</p>
      <p>{words.noWayLead}</p>
    </div>
  );
}
