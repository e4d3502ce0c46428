import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';

type OidcFormProps = { readonly goTo: string; readonly name: string };

export function OidcForm({ goTo, name }: OidcFormProps) {
  return (
    <form method="post" action="/api/auth/oidc" className="grid">
      <input type="hidden" name="to" value={goTo} />
      <Button look="line" size="touch" type="submit">
        {texts.signIn.goOnWith(name)}
      </Button>
    </form>
  );
}
