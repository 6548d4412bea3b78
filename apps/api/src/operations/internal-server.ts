/**
 * A port of its own for those who run WellPulse (ADR 103): how it is doing tells more than outsiders need to know. The port of the API says
 * nothing of it. So everything there may be passed on to the one origin.
 */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestListener } from 'node:http';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { ProblemError } from '../http/problems/problem-error.ts';

const INSIDE = new WeakSet<IncomingMessage>();

/** Not listening yet. It answers as the API does, with the same handlers. */
export function createInternalServer(app: NestExpressApplication): Server {
  const answer: RequestListener = app.getHttpAdapter().getInstance();
  return createServer((request, response) => {
    INSIDE.add(request);
    answer(request, response);
  });
}

/** Lets nobody in who asks at the port of the API: there is nothing at this address. */
@Injectable()
export class InsideOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (INSIDE.has(context.switchToHttp().getRequest())) return true;
    throw new ProblemError('ROUTE_NOT_FOUND');
  }
}
