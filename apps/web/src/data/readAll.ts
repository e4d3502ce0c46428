import type { Api } from './api.ts';
import type { Page } from './types.ts';

/** All of a list, page after page. For lists that a screen shows whole; their number is bounded by what people make by hand. */
export async function readAll<T>(api: Api, path: string, signal?: AbortSignal): Promise<readonly T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const query: string = `${path.includes('?') ? '&' : '?'}limit=200${after ? `&after=${after}` : ''}`;
    const page: Page<T> = await api.get<Page<T>>(path + query, signal);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}
