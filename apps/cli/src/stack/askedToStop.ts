/** Ctrl-C comes twice in the same moment: from the terminal, and passed on by npm. */
const echoMs = 1_000;

/** Aborts on the first Ctrl-C or SIGTERM, for whoever then stops in order; a second one ends the process at once. */
export function askedToStop(): AbortSignal {
  const asked = new AbortController();
  let askedAt: number | null = null;
  const heard = () => {
    if (askedAt !== null && performance.now() - askedAt < echoMs) return;
    if (askedAt !== null) process.exit(130);
    askedAt = performance.now();
    asked.abort();
  };
  process.on('SIGINT', heard);
  process.on('SIGTERM', heard);
  return asked.signal;
}
