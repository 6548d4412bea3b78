/**
 * Reads the JSON body of a route, after the guard has let its sender in: who is refused is not listened to. The body is
 * counted while it arrives, and takes its place in the budget of bodies in memory.
 */
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { bodyLimitOf, endpoints, message } from '@wellpulse/contracts';
import { announcedLength } from '@wellpulse/http-server';
import express, { type RequestHandler, type Response } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { BodyBudgets } from './body-budget.ts';
import { endpointOf } from '../endpoints/endpoint.decorators.ts';
import { isNestedTooDeeply } from './json-depth.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { codeOfStatus } from '../problems/problem.filter.ts';
import type { ApiRequest } from '../request.ts';

@Injectable()
export class JsonBodyInterceptor implements NestInterceptor {
  constructor(@Inject(BodyBudgets) private readonly budgets: BodyBudgets) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const definition = endpointOf(context);
    // The handler of a batch reads it itself: whole or not at all, and as slowly as a weak link brings it.
    if (definition?.body !== undefined && definition.path !== endpoints.sync.batch.path) {
      const http = context.switchToHttp();
      const request = http.getRequest<ApiRequest>();
      const { bytes } = bodyLimitOf(definition);
      const budget = this.budgets.of(definition.access);
      await budget.hold(bytesToExpect(request, bytes), () => readJson(request, http.getResponse(), bytes));
    }
    return next.handle();
  }
}

/** What was announced; the most there may be of what comes in chunks, or packed. */
function bytesToExpect({ headers }: ApiRequest, limit: number): number {
  const length = headers['content-encoding'] === undefined ? announcedLength(headers) : null;
  return length === null ? limit : Math.min(limit, length);
}

const readers = new Map<number, RequestHandler>();

function readerOf(limit: number): RequestHandler {
  const known = readers.get(limit) ?? express.json({ limit, verify: refuseDeepNesting });
  readers.set(limit, known);
  return known;
}

function refuseDeepNesting(_request: IncomingMessage, _response: ServerResponse, body: Buffer): void {
  if (isNestedTooDeeply(body)) throw new SyntaxError(message('bodyTooDeep'));
}

/** What the reader says of a body that it can't take. */
const refusalSchema = z.object({ status: z.int() });

/** Throws `PAYLOAD_TOO_LARGE`, `UNSUPPORTED_MEDIA_TYPE` or `MALFORMED_REQUEST`. */
function readJson(request: ApiRequest, response: Response, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    void readerOf(limit)(request, response, (failure?: unknown) => {
      const refusal = refusalSchema.safeParse(failure);
      if (refusal.success) reject(new ProblemError(codeOfStatus(refusal.data.status)));
      else if (failure === undefined) resolve();
      else reject(new Error('A body could not be read', { cause: failure }));
    });
  });
}
