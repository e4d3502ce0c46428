import type { Edit } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { engineTitle } from './engineTitle.ts';

type Running = Pick<Edit, 'engine' | 'progress' | 'ahead'>;

/** How far a running edit is, or where it stands in its engine's own queue. */
export function runningText(edit: Running): string {
  return aheadText(edit) ?? texts.edit.running(engineTitle(edit.engine), Math.round(edit.progress * 100));
}

/** A service has a queue of its own, in which others than this studio may wait. Null where it waits for nobody. */
export function aheadText({ engine, ahead }: Pick<Running, 'engine' | 'ahead'>): string | null {
  return ahead === null ? null : texts.edit.waitsElsewhere(engineTitle(engine), ahead + 1);
}
