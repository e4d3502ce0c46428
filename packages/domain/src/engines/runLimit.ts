/** A machine under load, and a model's first run, take several times what is usual. */
const factor = 6;
/** What is expected to take a second may find its model unopened and its machine full. */
const leastMs = 15 * 60_000;

/**
 * How long a run may go on without a sign of life before it counts as lost in itself.
 *
 * @param expectedSeconds of the whole run, as its estimate says
 */
export function runLimitMs(expectedSeconds: number): number {
  return Math.max(leastMs, factor * expectedSeconds * 1000);
}
