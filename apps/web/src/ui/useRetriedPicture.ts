import { useEffect, useState } from 'react';
import { retryPicture } from './retryPicture.ts';

/** Whether a picture is still to come, after it did not; it is asked for again as long as it is shown. */
export function useRetriedPicture(src: string): {
  readonly isMissing: boolean;
  readonly onError: () => void;
} {
  const [failed, setFailed] = useState<string | null>(null);
  const isMissing = failed === src;
  useEffect(() => (isMissing ? retryPicture(src, () => setFailed(null)) : undefined), [src, isMissing]);
  return { isMissing, onError: () => setFailed(src) };
}
