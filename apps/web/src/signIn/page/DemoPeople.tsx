import { ChevronRight } from 'lucide-react';
import { texts } from '../../text/texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { demoRoles } from '../ways.ts';

const { demo, demoLead, demoDoes } = texts.signIn;

/** One click a person. A plain form, so that it works before and without any script. */
export function DemoPeople({ goTo }: { readonly goTo: string }) {
  return (
    <form method="post" action="/api/auth/demo" className="grid gap-2">
      <p className="mb-2 text-text-2">
        <b className="mr-1.5 rounded-1 border border-attention px-1.5 py-px font-semibold text-11 text-attention">
          {demo}
        </b>
        {demoLead}
      </p>
      <input type="hidden" name="to" value={goTo} />
      {demoRoles.map((role) => (
        <button
          key={role}
          type="submit"
          name="role"
          value={role}
          className="flex min-h-15 items-center gap-3 rounded-2 px-3 py-2 text-left shadow-[inset_0_0_0_1px_var(--line-control)] transition-colors duration-[90ms] hover:bg-hover active:bg-pressed"
        >
          <Avatar name={texts.roles[role]} />
          <span className="grid min-w-0 flex-1">
            <span className="font-semibold text-15">{texts.roles[role]}</span>
            <span className="text-text-2">{demoDoes[role]}</span>
          </span>
          <ChevronRight size={16} strokeWidth={1.75} className="shrink-0 text-text-3" aria-hidden="true" />
        </button>
      ))}
    </form>
  );
}
