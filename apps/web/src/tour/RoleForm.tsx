import type { ReactNode } from 'react';

export type RoleFormProps = {
  readonly person: 'artist' | 'director';
  /** A path of this site. */
  readonly goTo: string;
  /** Its button. */
  readonly children: ReactNode;
};

/** One click to come in as a demo person. A plain form: it works without a script. */
export function RoleForm({ person, goTo, children }: RoleFormProps) {
  return (
    <form method="post" action="/api/auth/demo">
      <input type="hidden" name="role" value={person} />
      <input type="hidden" name="to" value={goTo} />
      {children}
    </form>
  );
}
