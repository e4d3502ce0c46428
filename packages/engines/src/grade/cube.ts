/** `x ** 3` is a call of pow, ten times as slow. */
export function cube(value: number): number {
  return value * value * value;
}
