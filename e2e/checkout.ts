import { resolve } from 'node:path';

/** The checkout these tests run in. */
export const checkout = resolve(import.meta.dirname, '..');
