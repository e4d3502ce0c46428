import { keepHouse } from '@pinpaint/actions';
import type { JobName, Jobs } from '@pinpaint/db';
import { findCarried } from './findCarried.ts';
import { ingestFrame } from './ingestFrame.ts';
import { makeRendition } from './makeRendition.ts';
import { measureCarry } from './measureCarry.ts';
import { prepareEdit } from './prepareEdit.ts';
import { publishEdit } from './publishEdit.ts';
import { readPin } from './readPin.ts';
import type { RenderDeps } from './renderDeps.ts';
import { renderVersion } from './renderVersion.ts';
import { makeFilm } from './steps/makeFilm.ts';
import { makeStep } from './steps/makeStep.ts';

export type JobHandler<N extends JobName> = (deps: RenderDeps, job: Jobs[N]) => Promise<void>;

/** Every job there is and who does it: a job without a handler does not compile, nor let a renderer start. */
export const jobHandlers: { readonly [N in JobName]: JobHandler<N> } = {
  'frame.ingest': ingestFrame,
  'edit.prepare': prepareEdit,
  'edit.publish': publishEdit,
  'version.render': renderVersion,
  'rendition.make': makeRendition,
  'rendition.step': makeStep,
  'pin.read': readPin,
  'rendition.film': makeFilm,
  'carry.find': findCarried,
  'carry.measure': measureCarry,
  'house.keep': ({ ctx }) => keepHouse(ctx),
};
