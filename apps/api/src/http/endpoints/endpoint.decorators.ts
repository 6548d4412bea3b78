/** Binds handlers to the protocol map: path, method, status, roles and parsing all come from there (ADR 1). */
import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import {
  fieldErrors,
  type EndpointDefinition,
  type EndpointInput,
  type FieldError,
  message,
} from '@wellpulse/contracts';
import type { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import type { ApiRequest, Caller } from '../request.ts';

const ENDPOINT = 'wellpulse:endpoint';

/** Makes a method the handler of an endpoint. */
export const Endpoint = (definition: EndpointDefinition): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: definition.path, method: RequestMethod[definition.method] }),
    HttpCode(definition.status),
    SetMetadata(ENDPOINT, definition),
  );

/** The endpoint that a request is for; undefined for what is not in the protocol map, such as `/health`. */
export const endpointOf = (context: ExecutionContext): EndpointDefinition | undefined =>
  Reflect.getMetadata(ENDPOINT, context.getHandler()) as EndpointDefinition | undefined;

/** Injects the parsed parameters, query and body. Throws `VALIDATION_FAILED` with every field that is wrong. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const definition = endpointOf(context);
  if (definition === undefined) throw new Error('@Input belongs to handlers of an endpoint');
  return parseInput(definition, context.switchToHttp().getRequest<ApiRequest>());
});

/** Injects the parsed parameters alone, for a handler that reads its JSON body itself. */
export const Params = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  refuseOtherThanJson(request);
  const { params } = endpointOf(context) ?? {};
  return parseInput(params === undefined ? {} : { params }, request).params;
});

/** Injects who calls. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<ApiRequest>();
  if (caller === undefined) throw new Error('@CurrentCaller belongs to handlers that need a sign-in');
  return caller;
});

type Schemas = Pick<EndpointDefinition, 'params' | 'query' | 'body'>;

function parseInput(definition: Schemas, request: ApiRequest): EndpointInput<EndpointDefinition> {
  if (definition.body !== undefined) refuseOtherThanJson(request);
  const errors: FieldError[] = [];
  const parsePart = (schema: z.ZodType | undefined, value: unknown): unknown => {
    const parsed = schema?.safeParse(value);
    if (parsed?.success === false) errors.push(...fieldErrors(parsed.error));
    return parsed?.data;
  };
  const input = {
    params: parsePart(definition.params, request.params),
    query: parsePart(definition.query, request.query),
    body: parsePart(definition.body, request.body),
  };
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors });
  return input as EndpointInput<EndpointDefinition>;
}

function refuseOtherThanJson(request: ApiRequest): void {
  // `is` answers null, not false, for a request without a body; one of length zero it takes for a body.
  const isEmpty = request.headers['content-length'] === '0';
  if (isEmpty || request.is('application/json') !== false) return;
  throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', {
    detail: message('jsonExpected'),
  });
}
