import { z } from 'zod';

const cost = z.object({ pixels: z.number(), seconds: z.number(), usd: z.number() });

export const carrySchema = z.object({
  id: z.string(),
  state: z.string(),
  findings: z.array(
    z.object({
      frameId: z.string(),
      number: z.number(),
      name: z.string(),
      state: z.string(),
      reason: z.string().nullable(),
      place: z
        .object({
          way: z.string(),
          model: z.string(),
          figures: z.object({ correlation: z.number() }),
        })
        .partial()
        .nullable(),
      edit: z.object({ id: z.string(), state: z.string() }).nullable(),
    }),
  ),
  sum: cost.nullable(),
});
export type Carry = z.output<typeof carrySchema>;
export type Finding = Carry['findings'][number];

const likeness = z.object({ deltaE: z.number(), ssim: z.number() });

export const reportSchema = z.looseObject({
  frames: z.array(
    z.looseObject({
      number: z.number(),
      name: z.string(),
      edit: z.looseObject({ state: z.string() }).nullable(),
      proof: z.looseObject({ changedOutside: z.number() }).nullable(),
      measured: z.looseObject({ before: likeness, after: likeness }).nullable(),
    }),
  ),
});
export type Report = z.output<typeof reportSchema>;
