import { join } from 'node:path';
import type { NextConfig } from 'next';

const checkout = join(import.meta.dirname, '../..');

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` reads the types of the whole repository, once.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: checkout },
} satisfies NextConfig;
