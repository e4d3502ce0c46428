'use client';

import { Copy, FileCheck2, LoaderCircle, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { percent, wholeNumber } from '../../../ui/numbers.ts';
import { VersionStateWord } from '../../../ui/VersionStateWord.tsx';
import { CopyButton } from './CopyButton.tsx';
import { ProofDialog } from './ProofDialog.tsx';
import { proofFacts, shortDigest } from './proofFacts.ts';
import { useRenditions } from './useRenditions.ts';

/** What was counted, and what it is called by. */
export function ProofCard({ version }: { readonly version: Version }) {
  const said = texts.versions.proof;
  const [isShown, setShown] = useState(false);
  const facts = proofFacts(version);
  const { files } = useRenditions(version.state === 'approved' ? version.id : null);
  const feeds = files.filter(({ state }) => state === 'ready');
  if (facts.kind === 'none' || !version.digest) return null;
  if (facts.kind === 'waits') return <ProofWaits />;
  const holds = facts.kind === 'holds';
  const Shield = holds ? ShieldCheck : ShieldAlert;
  return (
    <section className="grid gap-1.5 rounded-2 bg-sunken px-3 py-2.5">
      <h4
        className={classes(
          'flex items-center gap-1.75 font-semibold text-12',
          holds ? 'text-resolved' : 'text-danger',
        )}
      >
        <Shield size={15} strokeWidth={1.75} aria-hidden="true" />
        {holds ? said.holds : said.fails}
        <span className="flex-1" />
        {version.state === 'approved' && <VersionStateWord state="approved" word={texts.versions.locked} />}
      </h4>
      <dl className="num grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.75 text-12 [&_dd]:text-right [&_dt]:text-text-3">
        <dt>{said.outside}</dt>
        <dd className={classes(!holds && 'text-danger')}>{said.differ(wholeNumber(facts.outside))}</dd>
        {facts.inLocks > 0 && (
          <>
            <dt>{said.inLocks}</dt>
            <dd className="text-danger">{said.differ(wholeNumber(facts.inLocks))}</dd>
          </>
        )}
        <dt>{said.recomputed}</dt>
        <dd>{said.ofPicture(percent(facts.recomputed))}</dd>
        <dt>{said.digest}</dt>
        <dd title={version.digest} className="font-medium font-mono text-11">
          {shortDigest(version.digest)}
        </dd>
        {feeds.length > 0 && (
          <>
            <dt>{said.feeds}</dt>
            <dd>{feeds.map(({ format }) => texts.versions.exports.formats[format]).join(', ')}</dd>
          </>
        )}
      </dl>
      <div className="mt-0.5 grid grid-cols-2 gap-1.5">
        <Button onClick={() => setShown(true)}>
          <FileCheck2 size={14} aria-hidden="true" />
          {said.open}
        </Button>
        <CopyButton text={version.digest} icon={Copy} label={said.copy} />
      </div>
      {isShown && <ProofDialog version={version} facts={facts} onClose={() => setShown(false)} />}
    </section>
  );
}

function ProofWaits() {
  return (
    <p role="status" className="flex items-center gap-2 rounded-2 bg-sunken px-3 py-2.5 text-12 text-text-2">
      <LoaderCircle size={15} className="animate-breathe" aria-hidden="true" />
      {texts.versions.proof.waits}
    </p>
  );
}
