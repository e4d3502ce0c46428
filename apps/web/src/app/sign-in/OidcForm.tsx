type OidcFormProps = { readonly goTo: string; readonly name: string };

export function OidcForm({ goTo, name }: OidcFormProps) {
  return (
    <form className="oidc" method="post" action="/api/auth/oidc">
      <input type="hidden" name="to" value={goTo} />
      <button type="submit">Go on with {name}</button>
    </form>
  );
}
