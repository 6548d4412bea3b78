/**
 * The form of the protocol map. One `endpoint` says everything about a route: the API binds its handlers to it and the client
 * takes its types from it. OpenAPI is generated from it, and the tests of every role walk over it.
 */
import type { z } from 'zod';
import { isKind, knownFieldsOnly } from './known-fields.ts';
import type { ProblemCode } from './problems.ts';
import type { Access } from '../roles.ts';

/** The HTTP methods that routes use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** How large a body may be, and how long it may take to arrive. */
export interface BodyLimit {
  readonly bytes: number;
  readonly milliseconds: number;
  /** What is said of a larger one, where the title of `PAYLOAD_TOO_LARGE` does not say enough. */
  readonly tooLarge?: string;
}

/** What a multipart body may have beside its file. */
export const MULTIPART_BYTES = 1024 * 1024;
/** As long as the largest file may take over a weak uplink; Node would give a request five minutes. */
export const LONGEST_UPLOAD_MS = 60 * 60_000;

/** All that is said of a route. */
export interface EndpointDefinition {
  readonly method: Method;
  /** With `:name` for parameters, as in `/wells/:wellId`. */
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly tag: string;
  /**
   * Set where the session of a device may change something. Such a session need not be kept secret from others who use the
   * device. What it brings counts by its signature. `WHATEVER_ROLE`: it brings what others signed too.
   */
  readonly forDevices?: 'BY_ROLE' | 'WHATEVER_ROLE';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Whether the handler judges unknown fields of the body by a rule of its own. They are refused if left out. */
  readonly unknownFields?: 'JUDGED_BY_HANDLER';
  /** The record as lists show it, where that has fields which the answer lacks. */
  readonly listedAs?: z.ZodObject;
  /** Whether the header `Idempotency-Key: <uuid>` makes the same request again the same one; set where it is read. */
  readonly idempotencyKey?: 'REQUIRED' | 'OPTIONAL';
  /** The answer's body by success status; null for an empty one, text for a media type other than JSON. */
  readonly status: 200 | 201 | 202 | 204;
  readonly answer: z.ZodType | null;
  /** Set where the answer (also) comes in another form than JSON. */
  readonly produces?: readonly string[];
  /** Set where the body comes in another form than JSON. */
  readonly consumes?: string;
  /** Set where a body may be larger than 1 MiB, or take longer than half a minute. */
  readonly bodyLimit?: BodyLimit;
  /** Beyond those that every route can answer with (validation, sign-in, role, server failure). */
  readonly problems?: readonly ProblemCode[];
}

/**
 * Declares an endpoint. Its body refuses unknown fields, at every depth. A `PUT` takes a record back as it was read:
 * fields that only the answer has belong to the server and are ignored.
 */
export function endpoint<const Definition extends EndpointDefinition>(definition: Definition): Definition {
  const { body, unknownFields } = definition;
  if (body === undefined || unknownFields === 'JUDGED_BY_HANDLER') return definition;
  return { ...definition, body: knownFieldsOnly(body, serverFieldsOf(definition)) };
}

const serverFieldsOf = ({ method, answer, listedAs }: EndpointDefinition): readonly string[] =>
  method === 'PUT'
    ? [answer, listedAs].flatMap((record) =>
        record && isKind('object', record) ? Object.keys(record.shape) : [],
      )
    : [];

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type Field<Definition, Key extends string> = Definition extends { readonly [K in Key]: infer Value }
  ? Value
  : undefined;

/** What a handler receives, parsed. */
export interface EndpointInput<Definition extends EndpointDefinition> {
  readonly params: Parsed<Field<Definition, 'params'>>;
  readonly query: Parsed<Field<Definition, 'query'>>;
  readonly body: Parsed<Field<Definition, 'body'>>;
}

/** What a caller gives, before parsing. */
export interface EndpointRequest<Definition extends EndpointDefinition> {
  readonly params: Given<Field<Definition, 'params'>>;
  readonly query: Given<Field<Definition, 'query'>>;
  readonly body: Given<Field<Definition, 'body'>>;
}

/** The body that an endpoint answers with, as its type. */
export type EndpointAnswer<Definition extends EndpointDefinition> = Parsed<Definition['answer']>;
