'use client';

import { sharedTexts as texts } from '../text/clientTexts.ts';
import { buttonClasses } from '../ui/Button.tsx';

const { fault, faultLead } = texts.errorPages;

/** A bug, or a script that did not come: after an update of the server, a page that was open asks for old ones. */
export default function ErrorPage() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-6 text-center">
      <h1 className="font-semibold text-20">{fault}</h1>
      <p className="text-balance text-text-2">{faultLead}</p>
      {/* Not Next's own second try, which would ask for the same scripts. */}
      <button
        type="button"
        className={buttonClasses({ look: 'primary', size: 'touch' }, 'mt-4')}
        onClick={() => location.reload()}
      >
        {texts.common.retry}
      </button>
    </main>
  );
}
