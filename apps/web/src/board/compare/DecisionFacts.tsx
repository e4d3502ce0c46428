'use client';

import { Coins, LoaderCircle, MessageSquareText, ShieldAlert, ShieldCheck, ShieldOff } from 'lucide-react';
import type { Pin, Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { money, percent, wholeNumber } from '../../ui/numbers.ts';
import { costText } from '../panels/layers/costText.ts';
import type { ComparedCost } from '../panels/layers/layerCosts.ts';
import { proofFacts, recomputedShare } from '../panels/versions/proofFacts.ts';
import { useLockNames } from '../state/useLockNames.ts';
import { answeredText } from './answeredPins.ts';
import { Fact } from './Fact.tsx';

export type DecisionFactsProps = {
  readonly version: Version;
  readonly pins: readonly Pin[];
  readonly cost: ComparedCost;
};

/** The proof, what was asked for, and what it cost. */
export function DecisionFacts({ version, pins, cost }: DecisionFactsProps) {
  const said = texts.compare.facts;
  const locked = useLockNames(version.frameId);
  const wishes = pins.map((pin) => answeredText(pin, locked)).join('; ');
  return (
    <>
      <ProofFact version={version} />
      <Fact
        icon={MessageSquareText}
        title={pins.length > 0 ? said.pins(pins.length) : said.noPins}
        lead={wishes || said.noPinsLead}
        isSoft
      />
      <Fact
        icon={Coins}
        isBare
        title={said.cost(money(cost.region.usd))}
        lead={said.frame(money(cost.frame.usd))}
        says={said.costs(costText(cost.region), costText(cost.frame))}
      />
    </>
  );
}

function ProofFact({ version }: { readonly version: Version }) {
  const said = texts.compare.facts;
  const facts = proofFacts(version);
  if (facts.kind === 'waits')
    return <Fact icon={LoaderCircle} title={said.proofWaits} lead={texts.versions.proof.waitsLead} />;
  if (facts.kind === 'none') {
    const lead = said.noProofLead(percent(recomputedShare(version).share));
    return <Fact icon={ShieldOff} title={said.noProof} lead={lead} />;
  }
  const counts = said.counts(wholeNumber(facts.untouched), percent(facts.recomputed));
  if (facts.kind === 'holds')
    return <Fact icon={ShieldCheck} look="good" title={said.outside('0')} lead={counts} />;
  const title =
    facts.outside > 0 ? said.outside(wholeNumber(facts.outside)) : said.inLocks(wholeNumber(facts.inLocks));
  return <Fact icon={ShieldAlert} look="bad" title={title} lead={counts} />;
}
