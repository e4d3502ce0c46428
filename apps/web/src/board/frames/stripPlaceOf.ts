/** Under this id a frame stands in the strip. */
export function stripPlaceOf(frameId: string): string {
  return `strip-${frameId}`;
}
