import type { Metadata } from 'next';
import { SignInCard } from '../../../signIn/page/SignInCard.tsx';
import { pathWithin } from '../../../signIn/pathWithin.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';

const words = texts.signIn;

export const metadata: Metadata = { title: words.pageTitle, robots: 'noindex' };

type Asked = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What a mailed link opens. It is the button that uses the link up, since mail scanners open links too. */
export default async function MailPage({ searchParams }: { readonly searchParams: Asked }) {
  const asked = await searchParams;
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '');
  return (
    <SignInCard title={words.title}>
      <form method="post" action="/api/auth/mail/enter" className="grid gap-4">
        <p className="wrap-anywhere text-text-2">{words.as(text('email'))}</p>
        <input type="hidden" name="token" value={text('token')} />
        <input type="hidden" name="email" value={text('email')} />
        <input type="hidden" name="to" value={pathWithin(text('to'))} />
        <Button look="primary" size="touch" type="submit">
          {words.title}
        </Button>
      </form>
    </SignInCard>
  );
}
