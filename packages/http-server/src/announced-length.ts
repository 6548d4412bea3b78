import type { IncomingHttpHeaders } from 'node:http';

/**
 * How many bytes the headers of a request announce: 0 for no body, null for one that comes in chunks, whose length nobody knows.
 *
 * @example
 * announcedLength({ 'content-length': '12' }); // 12
 */
export const announcedLength = (headers: IncomingHttpHeaders): number | null =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : null;
