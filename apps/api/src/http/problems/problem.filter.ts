/** Turns whatever was thrown into one RFC 9457 answer. What nobody expected is logged once and never shown. */
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { PROBLEMS, type Problem, type ProblemCode } from '@wellpulse/contracts';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { LOGGER } from '../../config/logger.ts';
import { allowedMethods } from './allowed-methods.ts';
import { isConnectionFailure } from './connection-failure.ts';
import { ProblemError, type ProblemDetails } from './problem-error.ts';
import type { ApiRequest } from '../request.ts';

/** When to ask again if nobody knows better. */
const RETRY_SECONDS = 5;

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const { code, details } = asProblem(thrown, request.path);
    if (code === 'INTERNAL' || code === 'UNAVAILABLE') {
      this.logger.error({ err: thrown, requestId: request.id }, 'request failed');
    }
    // A stream that has begun can only be broken off, so that the reader notices.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status } = PROBLEMS[code];
    const wait = details.retryAfterSeconds ?? (status === 503 ? RETRY_SECONDS : undefined);
    if (wait !== undefined) response.setHeader('Retry-After', wait);
    if (details.allowedMethods !== undefined) {
      response.setHeader('Allow', details.allowedMethods.join(', '));
    }
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify(toProblem(code, details, request.id)));
  }
}

export function toProblem(code: ProblemCode, details: ProblemDetails, requestId: string): Problem {
  const { retryAfterSeconds: _, allowedMethods: _methods, errors, ...rest } = details;
  return {
    type: `urn:wellpulse:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    code,
    ...rest,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    requestId,
  };
}

function asProblem(thrown: unknown, path: string): { code: ProblemCode; details: ProblemDetails } {
  if (thrown instanceof ProblemError) return { code: thrown.code, details: thrown.details };
  // What Nest and the body parser throw: an address or a body that could not be read, or that leads nowhere.
  if (thrown instanceof HttpException) {
    const code = codeOfStatus(thrown.getStatus());
    const methods = code === 'ROUTE_NOT_FOUND' ? allowedMethods(path) : [];
    if (methods.length === 0) return { code, details: {} };
    return { code: 'METHOD_NOT_ALLOWED', details: { allowedMethods: methods } };
  }
  if (isConnectionFailure(thrown)) return { code: 'UNAVAILABLE', details: {} };
  return { code: 'INTERNAL', details: {} };
}

/** The problem that a status of Nest's, or of the body parser's, is. */
export function codeOfStatus(status: number): ProblemCode {
  if (status >= 500) return 'INTERNAL';
  return CODES_OF_STATUS[status] ?? 'MALFORMED_REQUEST';
}

const CODES_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'ROUTE_NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};
