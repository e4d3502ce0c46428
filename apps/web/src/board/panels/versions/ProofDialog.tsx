'use client';

import { Copy, Download } from 'lucide-react';
import { sessionApi } from '../../../data/api.ts';
import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { buttonClasses } from '../../../ui/Button.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { percent, wholeNumber } from '../../../ui/numbers.ts';
import { CopyButton } from './CopyButton.tsx';
import type { ProofFacts } from './proofFacts.ts';
import { VerifyHere } from './VerifyHere.tsx';

export type ProofDialogProps = {
  readonly version: Version;
  readonly facts: Extract<ProofFacts, { readonly kind: 'holds' | 'fails' }>;
  readonly onClose: () => void;
};

/** All that was counted, and two ways to doubt it. */
export function ProofDialog({ version, facts, onClose }: ProofDialogProps) {
  const said = texts.versions.proof;
  const name = texts.versions.name(version.number);
  const command = `npm run pinpaint -- verify ${version.id} --url ${location.origin} --token …`;
  return (
    <Modal open onClose={onClose} title={said.title(name)} lead={said.lead}>
      <div className="grid gap-4">
        <dl className="num grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-13 [&_dd]:text-right [&_dt]:text-text-3">
          <dt>{said.compared}</dt>
          <dd>{wholeNumber(facts.total)}</dd>
          <dt>{said.outside}</dt>
          <dd>{said.differ(wholeNumber(facts.outside))}</dd>
          <dt>{said.inLocks}</dt>
          <dd>{said.differ(wholeNumber(facts.inLocks))}</dd>
          <dt>{said.inside}</dt>
          <dd>
            {said.differ(wholeNumber(facts.inside))} · {percent(facts.recomputed)}
          </dd>
        </dl>
        <dl className="grid gap-2 text-12">
          <Digest name={said.digest} digest={version.digest} />
          <Digest name={said.masterDigest} digest={version.proof?.masterDigest} />
          <Digest name={said.resultDigest} digest={version.proof?.resultDigest} />
        </dl>
        <VerifyHere versionId={version.id} />
        <section className="grid gap-2">
          <h3 className="font-semibold text-13">{said.elsewhere}</h3>
          <p className="text-12 text-text-2">{said.elsewhereLead}</p>
          <code className="block break-all rounded-2 bg-sunken px-3 py-2 font-mono text-11">{command}</code>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={command} icon={Copy} label={said.copyCommand} />
            <a
              href={sessionApi.url(`/versions/${version.id}/evidence`)}
              download={`${name}-evidence.json`}
              className={buttonClasses({ look: 'line' })}
            >
              <Download size={14} aria-hidden="true" />
              {said.evidence}
            </a>
          </div>
        </section>
      </div>
    </Modal>
  );
}

function Digest({ name, digest }: { readonly name: string; readonly digest: string | null | undefined }) {
  return (
    <div>
      <dt className="text-text-3">{name}</dt>
      <dd className="break-all font-mono text-10">{digest}</dd>
    </div>
  );
}
