/** A renderer beats twice a second; silent for as long as the queue allows too, it is gone and others make its step. */
export const stepLostMs = 10_000;
