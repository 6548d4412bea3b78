/** What every request passes: an id, headers, limits, the log line and the stopwatch. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { bodyLimitAt } from '@wellpulse/contracts';
import { limitBodyTime, Proxies } from '@wellpulse/http-server';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { z } from 'zod';
import type { Clock } from '../config/clock.ts';
import { compressAnswers } from './compress-answers.ts';
import { docsScript } from './docs-page.ts';
import { requestSeconds } from './metrics.ts';
import { ProblemError } from './problems/problem-error.ts';
import { protocolHeaders } from './protocol-headers.ts';

export interface MiddlewareParts {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly proxies: Proxies;
}

export function useHttpMiddleware(
  app: NestExpressApplication,
  { logger, clock, proxies }: MiddlewareParts,
): void {
  app.disable('x-powered-by');
  // The dashboard's server stands in front, mostly on this machine, and says who really calls.
  app.set(
    'trust proxy',
    (address: string): boolean => Proxies.onThisMachine.has(address) || proxies.has(address),
  );
  app.use(helmet({ strictTransportSecurity: { includeSubDomains: false } }));
  app.use(pinoHttp({ logger, genReqId: requestId, autoLogging: { ignore: isProbe }, serializers }));
  app.use(measure);
  app.use(protocolHeaders(clock));
  app.use(compressAnswers);
  app.use('/docs/assets', express.static(swaggerFolder(), { index: false, maxAge: '1d' }));
  app.use('/docs/start.js', (_: Request, response: Response) => {
    response.type('text/javascript').send(docsScript);
  });
  app.use(limitBody);
}

/** Before anybody is asked who they are: what is announced as too large is not read, and what drips is cut off. */
function limitBody(request: Request, response: Response, next: NextFunction): void {
  const { bytes, milliseconds, tooLarge: detail } = bodyLimitAt(request.method, request.path);
  limitBodyTime(request, response, milliseconds);
  if (Number(request.headers['content-length'] ?? 0) > bytes) {
    throw new ProblemError('PAYLOAD_TOO_LARGE', detail === undefined ? {} : { detail });
  }
  next();
}

/** What is worth a line: not the headers. */
const serializers = {
  req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url }),
  res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
};

/** The pattern that Express found for a request, such as `/wells/:wellId`. */
const routeSchema = z.object({ path: z.string() });

/** A caller's own id is kept if it is a plain one. Then its logs and ours can be read together. */
function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

const isProbe = ({ url }: IncomingMessage): boolean => ['/health', '/ready', '/metrics'].includes(url ?? '');

function measure(request: Request, response: Response, next: NextFunction): void {
  const stop = requestSeconds.startTimer();
  response.once('finish', () => {
    const route = routeSchema.safeParse(request.route).data?.path ?? 'none';
    stop({ method: request.method, route, status: response.statusCode });
  });
  next();
}

const swaggerFolder = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
