import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';

export type TroubleProps = {
  readonly details: string;
  readonly onRetry: () => void;
  readonly children?: ReactNode;
};

const { title, happened, kept } = texts.client.trouble;

/** What happened, what was kept, what to do. */
export function Trouble({ details, onRetry, children }: TroubleProps) {
  return (
    <section role="alert" className="m-auto grid w-full max-w-96 gap-4 p-6">
      <h1 className="flex items-center gap-2.5 font-semibold text-18">
        <TriangleAlert size={20} className="shrink-0 text-attention" aria-hidden="true" />
        {title}
      </h1>
      <p className="text-15 text-text-2">
        {happened} {kept}
      </p>
      {children}
      <Button look="primary" size="touch" onClick={onRetry}>
        {texts.common.retry}
      </Button>
      <Button look="quiet" size="touch" onClick={() => void navigator.clipboard?.writeText(details)}>
        {texts.common.copyDetails}
      </Button>
    </section>
  );
}
