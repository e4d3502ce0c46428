import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Steps } from './Steps.ts';

const me = 'me';

function someSteps() {
  const doc = new Y.Doc();
  const moves = new Y.UndoManager(doc, { trackedOrigins: new Set([me]), captureTimeout: 0 });
  const role = { mayWrite: true };
  const steps = new Steps(moves, () => role.mayWrite);
  const map = doc.getMap<number>('places');
  const move = (x: number, origin = me) => doc.transact(() => map.set('x', x), origin);
  const layer = { shown: true };
  const show = (shown: boolean) => {
    layer.shown = shown;
  };
  const hide = () => {
    show(false);
    return steps.add({ undo: () => show(true), redo: () => show(false) });
  };
  return { steps, role, move, hide, now: () => [map.get('x'), layer.shown] };
}

it('what was done in the document and beside it is taken back in the order in which it was done', () => {
  const { steps, move, hide, now } = someSteps();
  move(1);
  hide();
  move(2);
  expect(now()).toEqual([2, false]);
  steps.undo();
  expect(now()).toEqual([1, false]);
  steps.undo();
  expect(now()).toEqual([1, true]);
  steps.undo();
  expect(now()).toEqual([undefined, true]);
  expect(steps.canUndo()).toBe(false);
});

it('and done again in the same order', () => {
  const { steps, move, hide, now } = someSteps();
  move(1);
  hide();
  steps.undo();
  steps.undo();
  steps.redo();
  expect(now()).toEqual([1, true]);
  steps.redo();
  expect(now()).toEqual([1, false]);
  expect(steps.canRedo()).toBe(false);
});

it('whoever does something new can’t redo what they had taken back', () => {
  const { steps, move, hide } = someSteps();
  move(1);
  steps.undo();
  hide();
  expect(steps.canRedo()).toBe(false);
  steps.undo();
  move(2);
  expect(steps.canRedo()).toBe(false);
});

it('what can no longer be taken back is passed over', () => {
  const { steps, move, hide, now } = someSteps();
  move(1);
  const forget = hide();
  forget();
  steps.undo();
  expect(now()).toEqual([undefined, false]);
});

it('others’ changes are theirs', () => {
  const { steps, move } = someSteps();
  move(1, 'somebody else');
  expect(steps.canUndo()).toBe(false);
});

it('tells when there is something else to take back', () => {
  const { steps, move, hide } = someSteps();
  let told = 0;
  const end = steps.listen(() => {
    told += 1;
  });
  move(1);
  hide();
  steps.undo();
  end();
  steps.undo();
  expect(told).toBe(3);
});

it('nothing is taken back or done again by who may only look, until they may write again', () => {
  const { steps, role, move, now } = someSteps();
  move(1);
  move(2);
  steps.undo();
  role.mayWrite = false;
  expect([steps.canUndo(), steps.canRedo()]).toEqual([false, false]);
  steps.undo();
  steps.redo();
  expect(now()).toEqual([1, true]);
  role.mayWrite = true;
  steps.redo();
  expect(now()).toEqual([2, true]);
});
