export const surrounds = ['dark', 'mid', 'light'] as const;
export type Surround = (typeof surrounds)[number];

/** A cookie, so that the server can draw a page in it at once; the choice is the browser's, not the person's. */
export const surroundCookie = 'pinpaint_surround';
const yearS = 365 * 24 * 60 * 60;

export function readSurround(kept: string | null | undefined): Surround {
  return surrounds.find((one) => one === kept) ?? 'dark';
}

/** What `data-surround` on the root says; dark is what the tokens say by themselves. */
export function surroundAttribute(surround: Surround): 'mid' | 'light' | undefined {
  return surround === 'dark' ? undefined : surround;
}

/** Behind this page's pictures from now on, and behind those of the next. */
export function setSurround(surround: Surround): void {
  const { dataset } = document.documentElement;
  const attribute = surroundAttribute(surround);
  if (attribute) dataset.surround = attribute;
  else delete dataset.surround;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${surroundCookie}=${surround}; path=/; max-age=${yearS}; samesite=lax`;
  dispatchEvent(new Event(changed));
}

/** For useSyncExternalStore: two menus of one page may show it. */
export function subscribeSurround(onChange: () => void): () => void {
  addEventListener(changed, onChange);
  return () => removeEventListener(changed, onChange);
}

export function currentSurround(): Surround {
  return readSurround(document.documentElement.dataset.surround);
}

const changed = 'pinpaint:surround';
