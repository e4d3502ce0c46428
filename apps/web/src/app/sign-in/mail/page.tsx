import type { Metadata } from 'next';
import { pathWithin } from '../../../signIn/pathWithin.ts';
import { Mark } from '../Mark.tsx';
import '../signIn.css';

export const metadata: Metadata = { title: 'Sign in · Pinpaint', robots: 'noindex' };

type Asked = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What a mailed link opens. It is the button that uses the link up, since mail scanners open links too. */
export default async function MailPage({ searchParams }: { readonly searchParams: Asked }) {
  const asked = await searchParams;
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '');
  return (
    <main className="sign-in">
      <header className="brand">
        <Mark />
        Pinpaint
      </header>
      <section className="card" aria-labelledby="title">
        <h1 id="title">Sign in</h1>
        <form className="mail" method="post" action="/api/auth/mail/enter">
          <p className="as">as {text('email')}</p>
          <input type="hidden" name="token" value={text('token')} />
          <input type="hidden" name="email" value={text('email')} />
          <input type="hidden" name="to" value={pathWithin(text('to'))} />
          <button className="primary" type="submit">
            Sign in
          </button>
        </form>
      </section>
    </main>
  );
}
