/** How often a node says that it lives. */
export const beatMs = 1_500;
/** How long after that it is taken for alive, by the database's clock: two beats may fail, or one take all its time. */
export const leaseMs = 6_000;
/** So much earlier it lets go by its own clock, whose pace may differ. */
export const marginMs = 1_000;
/** After this a beat is not waited for. Whether it came through, a later one tells. */
export const answerMs = 1_500;
/** How long somebody who comes waits for the room to be given back by a node that is about to. */
export const handOverMs = 5_000;
