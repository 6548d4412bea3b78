/**
 * Cuts off a request whose body takes longer than its route allows. The time runs from the headers on, and nobody needs
 * to be signed in for it: who is not let in has an answer at once, and then only the usual time for the rest.
 */
import { BODY_MS } from '@wellpulse/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';

export function limitBodyTime(
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
  afterAnswer = BODY_MS,
): void {
  if (!hasBody(request)) return;
  const cutOff = (): void => {
    if (request.complete) return;
    if (response.headersSent) request.socket.destroy();
    else {
      response.once('finish', () => request.socket.destroy());
      response.writeHead(408, { connection: 'close' }).end();
    }
  };
  let timer = setTimeout(cutOff, milliseconds);
  response.once('finish', () => {
    clearTimeout(timer);
    if (!request.complete) timer = setTimeout(cutOff, Math.min(milliseconds, afterAnswer));
  });
  // Comes when all has arrived, and when the connection is gone.
  request.once('close', () => {
    clearTimeout(timer);
  });
}

/** Whether the headers announce a body. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
