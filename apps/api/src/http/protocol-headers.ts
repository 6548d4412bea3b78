/** Each answer says which protocol the server knows and what time it is; a request from too old an app is refused. */
import { endpoints, PROTOCOL_HEADER, PROTOCOL_VERSION, TIME_HEADER } from '@wellpulse/contracts';
import { isProtocolTooOld } from '@wellpulse/domain';
import type { NextFunction, Request, Response } from 'express';
import type { Clock } from '../config/clock.ts';
import { ProblemError } from './problems/problem-error.ts';
import type { ApiRequest } from './request.ts';

const BATCH_PATH = endpoints.sync.batch.path;

/** Also notes when the request's head came: a body may take minutes, and its times are set right by the head's. */
export const protocolHeaders =
  (clock: Clock) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const now = clock.now();
    (request as ApiRequest).receivedAt = now;
    response.setHeader(PROTOCOL_HEADER, PROTOCOL_VERSION);
    response.setHeader(TIME_HEADER, now);
    const isBatch = request.method === 'POST' && request.path === BATCH_PATH;
    if (isProtocolTooOld(request.get(PROTOCOL_HEADER), isBatch)) throw new ProblemError('PROTOCOL_TOO_OLD');
    next();
  };
