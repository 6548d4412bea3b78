/** Carries a page's address to its layout, which can't see it otherwise. Set by `proxy.ts`, whatever a caller sent. */
export const PATH_HEADER = 'x-wellpulse-path';
