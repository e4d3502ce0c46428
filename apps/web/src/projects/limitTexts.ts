import { readLimit } from './readLimit.ts';

type Limits<T extends string, V> = { readonly [name in T]?: V };

/** Limits as they are typed: empty where there is none. */
export function limitTexts<T extends string>(
  names: readonly T[],
  limits: Limits<T, number | null | undefined>,
): Record<T, string> {
  return Object.fromEntries(names.map((name) => [name, String(limits[name] ?? '')])) as Record<T, string>;
}

/** What was typed; null when one of them is no amount. */
export function readLimits<T extends string>(
  typed: Readonly<Record<T, string>>,
): Record<T, number | null> | null {
  const limits = Object.entries<string>(typed).map(([name, text]) => [name, readLimit(text)] as const);
  if (limits.some(([, limit]) => limit === undefined)) return null;
  return Object.fromEntries(limits) as Record<T, number | null>;
}
