export function MailForm({ goTo }: { readonly goTo: string }) {
  return (
    <form className="mail" method="post" action="/api/auth/mail">
      <input type="hidden" name="to" value={goTo} />
      <label htmlFor="email">E-mail address</label>
      <input id="email" name="email" type="email" required autoComplete="email" maxLength={254} />
      <button className="primary" type="submit">
        Send me a link
      </button>
    </form>
  );
}
