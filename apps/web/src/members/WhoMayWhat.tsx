import { roles } from '@pinpaint/domain';
import { texts } from '../text/texts.ts';

/** One line a role. */
export function WhoMayWhat() {
  return (
    <section aria-labelledby="who-may" className="mt-8">
      <h2 id="who-may" className="mb-2.25 font-semibold text-13">
        {texts.members.whoMay}
      </h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[90px_1fr]">
        {roles.map((role) => (
          <div key={role} className="contents">
            <dt className="font-medium">{texts.roles[role]}</dt>
            <dd className="max-w-[70ch] text-text-2">{texts.members.may[role]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
