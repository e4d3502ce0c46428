/** Small things a browser keeps for its client. A private window may keep nothing, and then does. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`pinpaint.${key}`);
    else localStorage.setItem(`pinpaint.${key}`, value);
  } catch {
    // Full, or forbidden: nothing that anybody has sent depends on it.
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`pinpaint.${key}`);
  } catch {
    return null;
  }
}
