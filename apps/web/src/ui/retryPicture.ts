const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Asks again for a picture that did not come: after a pause that grows, and at once when the line is back or the
 * page is looked at again. Nothing is asked for a page in the background.
 *
 * @returns stops it
 */
export function retryPicture(src: string, onThere: () => void): () => void {
  const probe = new Image();
  const ends = new AbortController();
  let pauseMs = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(timer);
    if (!document.hidden) probe.src = src;
  };
  const wait = () => {
    timer = setTimeout(ask, pauseMs);
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  };
  const { signal } = ends;
  probe.addEventListener('load', onThere, { signal });
  probe.addEventListener('error', wait, { signal });
  window.addEventListener('online', ask, { signal });
  document.addEventListener('visibilitychange', ask, { signal });
  wait();
  return () => {
    clearTimeout(timer);
    ends.abort();
  };
}
