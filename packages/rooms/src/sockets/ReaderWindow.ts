import type { Packet } from './Packet.ts';

/** How much of what its room has told everybody a reader has heard without a gap, and so what frames to it may refer to. */
export class ReaderWindow {
  #from = 0;
  #upto = Number.NaN;

  /** The frame that it can inflate. It has to be sent it. */
  frameOf(packet: Packet): Buffer {
    if (packet.place) return this.#nextFrame(packet, packet.place);
    const { plain, deflated } = packet;
    // What is inflated stands between what was told before and what comes next.
    if (deflated !== plain) this.#upto = Number.NaN;
    return deflated;
  }

  #nextFrame(packet: Packet, { at, recent }: NonNullable<Packet['place']>): Buffer {
    if (at !== this.#upto) this.#from = at;
    this.#upto = at + packet.message.length;
    return at - this.#from >= recent.length ? packet.continued : packet.deflated;
  }
}
