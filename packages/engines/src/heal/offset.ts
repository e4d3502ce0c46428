/** A move from a target to where it is copied from, in pixels of one level. */
export type Offset = { readonly dx: number; readonly dy: number };
