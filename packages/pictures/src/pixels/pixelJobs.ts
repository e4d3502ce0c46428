import { encodeAlpha } from '../wire/encodeAlpha.ts';
import { cutCrop } from './cutCrop.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { touchesLock } from './lockTest.ts';
import { permitted } from './permitted.ts';
import { preview } from './preview.ts';

/** What a pixel thread can do. Wishes and answers are plain data: they cross to another thread and back. */
export const pixelJobs = { permitted, touchesLock, encodeAlpha, cutCrop, judgeAnswer, preview } as const;

type PixelJobs = typeof pixelJobs;
export type PixelJobName = keyof PixelJobs;
export type WishOf<N extends PixelJobName> = Parameters<PixelJobs[N]>[0];
export type AnswerOf<N extends PixelJobName> = Awaited<ReturnType<PixelJobs[N]>>;
