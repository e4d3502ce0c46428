import type { Waiting } from '../data/types.ts';
import { texts } from '../text/texts.ts';

export type WaitingWords = {
  readonly title: string;
  /** Below the title: whose words there are, or what is missing. */
  readonly lead: string | null;
  readonly verb: string;
  readonly href: string;
};

const { home } = texts;

/** What is to be done, in words, and where. */
export function describeWaiting(item: Waiting): WaitingWords {
  return { title: titleOf(item), lead: leadOf(item), verb: home.verbs[item.kind], href: hrefOf(item) };
}

function titleOf({ kind, frame, version, by }: Waiting): string {
  const number = version?.number ?? 1;
  switch (kind) {
    case 'decide':
      return home.decide(frame.name, number);
    case 'signOff':
      return home.signOff(frame.name, number);
    case 'choose':
      return home.choose(frame.name);
    case 'answer':
      return home.answer(by?.name ?? texts.common.somebody, frame.name);
    case 'failed':
      return home.failedEdit(frame.name);
    case 'changes':
      return home.changes(frame.name, number);
    case 'engine':
      return home.engine(frame.name);
    case 'start':
      return home.start(frame.name);
  }
}

function leadOf({ kind, pin, says }: Waiting): string | null {
  if (kind === 'failed') return says ?? (pin && home.quote(pin.note));
  if (kind === 'engine' && pin) return home.engineNeeds(pin.note);
  const words = says ?? pin?.note;
  return words ? home.quote(words) : null;
}

function hrefOf({ kind, board, frame, version, pin, signOff }: Waiting): string {
  const page = `/boards/${board.id}`;
  if (version && kind !== 'changes') return `${page}?frame=${frame.id}&compare=${version.id}`;
  // A version that still waits for its decision is taken back at the pin it answers.
  const isAtPin = kind !== 'changes' || signOff !== null;
  return pin && isAtPin ? `${page}?pin=${pin.id}` : `${page}?frame=${frame.id}`;
}
