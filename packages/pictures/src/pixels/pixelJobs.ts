import { stillOf } from '../views/stillOf.ts';
import { cutCrop } from './cutCrop.ts';
import { cutView } from './cutView.ts';
import { fitArtwork } from './fitArtwork.ts';
import { foreseeEdit } from './foreseeEdit.ts';
import { ingestPicture } from './ingestPicture.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { touchesLock } from './lockTest.ts';
import { measureCarried } from './measureCarried.ts';
import { outlineMask } from './outlineMask.ts';
import { overlay } from './overlay.ts';
import { permitted } from './permitted.ts';
import { permittedMask } from './permittedMask.ts';
import { preview } from './preview.ts';
import { proveDerived } from './proveDerived.ts';
import { proveEvidence } from './proveEvidence.ts';
import { readDrawn } from './readDrawn.ts';
import { renderEvidence } from './renderEvidence.ts';
import { seekRegion } from './seekRegion.ts';
import { writeRendition } from './writeRendition.ts';

/** What a pixel thread can do. Wishes and answers are plain data: they cross to another thread and back. */
export const pixelJobs = {
  permitted,
  permittedMask,
  fitArtwork,
  touchesLock,
  cutCrop,
  cutView,
  outlineMask,
  foreseeEdit,
  judgeAnswer,
  readDrawn,
  preview,
  overlay,
  ingestPicture,
  renderEvidence,
  proveEvidence,
  proveDerived,
  writeRendition,
  stillOf,
  seekRegion,
  measureCarried,
} as const;

type PixelJobs = typeof pixelJobs;
export type PixelJobName = keyof PixelJobs;
export type WishOf<N extends PixelJobName> = Parameters<PixelJobs[N]>[0];
export type AnswerOf<N extends PixelJobName> = Awaited<ReturnType<PixelJobs[N]>>;

/** These take a whole picture, and so seconds. */
export const wholePictureJobs: ReadonlySet<PixelJobName> = new Set([
  'ingestPicture',
  'renderEvidence',
  'proveEvidence',
  'proveDerived',
  'writeRendition',
  'measureCarried',
]);

/** These load OpenCV, which takes a second and a hundred megabytes: one thread has it, and only when it is needed. */
export const seekingJobs: ReadonlySet<PixelJobName> = new Set(['seekRegion']);
