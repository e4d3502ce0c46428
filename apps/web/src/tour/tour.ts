import { z } from 'zod';

/** What the tour leads through. Only pages at this very machine, on the embedded stack, are told. */
const tourSchema = z.object({
  /** A path of this site. */
  link: z.string(),
  /** The link's address at this very machine. */
  here: z.string(),
  boardId: z.string(),
  /** The picture that is circled first. */
  frameId: z.string(),
  /** Where a phone in the same network finds the link; none while the network is shut out. */
  addresses: z.array(z.string()),
});

export type Tour = z.infer<typeof tourSchema>;

/** Under which the server tells its pages; what a request brings under this name itself is overwritten. */
export const tourHeader = 'x-pinpaint-tour';

/** null: nobody is led here. */
export function readTour(header: string | null): Tour | null {
  return tourSchema.nullable().parse(JSON.parse(header ?? 'null'));
}
