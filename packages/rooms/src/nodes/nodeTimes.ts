/** How often a node says that it lives. */
export const beatMs = 2_000;
/** How long after that it is taken for alive, by the database's clock; three beats may fail. */
export const leaseMs = 8_000;
/** So much earlier it lets go by its own clock, whose pace may differ. */
export const marginMs = 1_000;
/** After this a beat is not waited for. Whether it came through, a later one tells. */
export const answerMs = 3_000;
/** How long somebody who comes waits for the room to be given back by a node that is about to. */
export const handOverMs = 5_000;
