import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

export function MailForm({ goTo }: { readonly goTo: string }) {
  return (
    <form method="post" action="/api/auth/mail" className="grid gap-4">
      <input type="hidden" name="to" value={goTo} />
      <Field
        label={texts.signIn.email}
        name="email"
        type="email"
        required
        autoComplete="email"
        maxLength={254}
        touch
      />
      <Button look="primary" size="touch" type="submit">
        {texts.signIn.sendLink}
      </Button>
    </form>
  );
}
