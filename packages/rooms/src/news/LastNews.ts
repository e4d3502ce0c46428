/** Of so many studios it is known when each had its last news. */
const studiosAtMost = 1_000;

/**
 * When studios last had news, by a count that only grows. Of those that had none for long nothing is remembered:
 * whoever asks for one is told the latest moment at which it may have had some.
 */
export class LastNews {
  readonly #of = new Map<string, number>();
  #otherwise = 0;

  get remembered(): number {
    return this.#of.size;
  }

  of(studioId: string): number {
    return this.#of.get(studioId) ?? this.#otherwise;
  }

  tell(studioId: string, moment: number): void {
    // Anew, so that the first is the one that has been silent for longest.
    this.#of.delete(studioId);
    this.#of.set(studioId, moment);
    const [oldest] = this.#of;
    if (!oldest || this.#of.size <= studiosAtMost) return;
    this.#of.delete(oldest[0]);
    this.#otherwise = oldest[1];
  }

  /** Anybody may have had news. */
  tellAll(moment: number): void {
    this.#of.clear();
    this.#otherwise = moment;
  }
}
