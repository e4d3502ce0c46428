import { demoRoles } from '../../signIn/ways.ts';

const does = {
  artist: 'Picks a result and submits it',
  director: 'Compares, then decides',
} as const satisfies Record<(typeof demoRoles)[number], string>;

/** One click a person. Plain forms, so that they work before and without any script. */
export function DemoPeople({ goTo }: { readonly goTo: string }) {
  return (
    <form className="demo" method="post" action="/api/auth/demo">
      <p className="demo-mark">
        <b>Demo</b> No password, on this machine only.
      </p>
      <input type="hidden" name="to" value={goTo} />
      {demoRoles.map((role) => (
        <button key={role} type="submit" name="role" value={role}>
          <span className="avatar" aria-hidden="true">
            {role[0]?.toUpperCase()}
          </span>
          <span className="who">
            <span className="name">{role[0]?.toUpperCase() + role.slice(1)}</span>
            <span className="does">{does[role]}</span>
          </span>
          <svg className="go" width="16" height="16" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m9 6 6 6-6 6" />
          </svg>
        </button>
      ))}
    </form>
  );
}
