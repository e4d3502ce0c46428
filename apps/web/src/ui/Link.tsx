'use client';

import nextLink from 'next/link.js';

/** Goes to another page of ours without loading everything anew. Next's own is CommonJS, and Node's way of importing it brings the module. */
export const Link = nextLink.default;
