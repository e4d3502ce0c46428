/**
 * Radix keeps a page from scrolling under a dialog by a style element of its own. Our pages take one only
 * with this answer's nonce, and get-nonce, which it asks, looks for it here. Next runs this first.
 */
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
Object.assign(globalThis, { __webpack_nonce__: nonce });
