/** Longer than anything under test takes, on the slowest machine. */
const usualLimitMs = 90_000;
const everyMs = 20;

/** Asks until the answer is there, and says what it waited for when it never comes. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  limitMs = usualLimitMs,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
