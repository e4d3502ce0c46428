import { sharedTexts as texts } from '../text/clientTexts.ts';
import { buttonClasses } from '../ui/Button.tsx';

const { noPage, noPageLead, home } = texts.errorPages;

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-6 text-center">
      <h1 className="font-semibold text-20">{noPage}</h1>
      <p className="text-text-2">{noPageLead}</p>
      {/* A plain link: every page brings this one along, the client’s too, and its script has to stay small. */}
      <a href="/" className={buttonClasses({ look: 'line', size: 'big' }, 'mt-4')}>
        {home}
      </a>
    </main>
  );
}
