/** Names whose value is never written; a name that ends with one (`workerToken`, `set-cookie`) counts too. */
export const secretNames = [
  'authorization',
  'cookie',
  'token',
  'secret',
  'password',
  'apiKey',
  'accessKey',
  'accessKeyId',
  'body',
] as const;

const secretEnding = new RegExp(`(${secretNames.join('|')})$`, 'i');
/** Deeper than any entry of ours; a bound, because an entry may hold a ring. */
const deepest = 6;

/** A copy of a log entry's fields without the values that may not be logged. Errors are left to their serializer. */
export function withoutSecrets(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyObject(fields, 0);
}

function copyObject(fields: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      secretEnding.test(name) ? '[redacted]' : copyValue(value, depth + 1),
    ]),
  );
}

function copyValue(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return depth > deepest ? '[…]' : value.map((item) => copyValue(item, depth + 1));
  if (!isPlainObject(value)) return value;
  return depth > deepest ? '[…]' : copyObject(value, depth);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
