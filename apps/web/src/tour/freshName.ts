/** "Fig bowl" is taken, and so is "Fig bowl 2": the next one is called "Fig bowl 3". */
export function freshName(name: string, taken: readonly string[]): string {
  let n = 2;
  while (taken.includes(`${name} ${n}`)) n += 1;
  return `${name} ${n}`;
}
