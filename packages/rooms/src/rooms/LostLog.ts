/** A board's updates can't be kept here any more, however often one tries: another server has it, or it is gone. */
export class LostLog extends Error {}
