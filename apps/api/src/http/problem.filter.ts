/** Turns whatever was thrown into one RFC 9457 answer. What nobody expected is logged once and never shown. */
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { PROBLEMS, type Problem, type ProblemCode } from '@wellpulse/contracts';
import type { Response } from 'express';
import pg from 'pg';
import type { Logger } from 'pino';
import { LOGGER } from '../operations/logger.ts';
import { ProblemError, type ProblemDetails } from './problem-error.ts';
import type { ApiRequest } from './request.ts';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const { code, details } = asProblem(thrown);
    if (code === 'INTERNAL' || code === 'UNAVAILABLE') {
      this.logger.error({ err: thrown, requestId: request.id }, 'request failed');
    }
    // A stream that has begun can only be broken off, so that the reader notices.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (details.retryAfterSeconds !== undefined) response.setHeader('Retry-After', details.retryAfterSeconds);
    response
      .status(PROBLEMS[code].status)
      .type('application/problem+json')
      .send(JSON.stringify(toProblem(code, details, request.id)));
  }
}

export function toProblem(code: ProblemCode, details: ProblemDetails, requestId: string): Problem {
  const { retryAfterSeconds: _, errors, ...rest } = details;
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

function asProblem(thrown: unknown): { code: ProblemCode; details: ProblemDetails } {
  if (thrown instanceof ProblemError) return { code: thrown.code, details: thrown.details };
  // What Nest and the body parser throw: an address or a body that could not be read, or that leads nowhere.
  if (thrown instanceof HttpException) return { code: codeOfStatus(thrown.getStatus()), details: {} };
  if (isConnectionFailure(thrown)) return { code: 'UNAVAILABLE', details: { retryAfterSeconds: 5 } };
  return { code: 'INTERNAL', details: {} };
}

function codeOfStatus(status: number): ProblemCode {
  if (status >= 500) return 'INTERNAL';
  return CODES_OF_STATUS[status] ?? 'MALFORMED_REQUEST';
}

const CODES_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'ROUTE_NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** The database is away or going down (PostgreSQL class 57P, 53, 08, or no connection at all). */
const isConnectionFailure = (thrown: unknown): boolean => {
  if (thrown instanceof pg.DatabaseError) return /^(57P|53|08)/.test(thrown.code ?? '');
  if (!(thrown instanceof Error)) return false;
  const { code } = thrown as NodeJS.ErrnoException;
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code ?? '') ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(thrown.message)
  );
};
