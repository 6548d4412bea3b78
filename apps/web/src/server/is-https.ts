/** Whether the browser came over TLS. Next.js sets this header itself where no proxy in front did. */
export const isHttps = (headers: Pick<Headers, 'get'>): boolean =>
  headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
