import { BODY_MS } from '@wellpulse/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { announcedLength } from './announced-length.ts';

/**
 * Cuts off a request whose body takes longer than its route allows (ADR 39). The time runs from the headers on, and nobody needs
 * to be signed in for it: who is not let in has an answer at once, and then only the usual time for the rest.
 *
 * @param milliseconds that the route allows
 * @param afterAnswer milliseconds that the rest has once there is an answer, if the route allows more
 */
export function limitBodyTime(
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
  afterAnswer = BODY_MS,
): void {
  if (announcedLength(request.headers) === 0) return;
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
