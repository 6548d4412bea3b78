/**
 * One request to the server, and what its answer means for a sync. Only a problem of the catalogue counts as the server's
 * answer (ADR 24). Nothing here throws because of a bad network.
 */
import {
  PROBLEMS,
  problemSchema,
  type EndpointAnswer,
  type EndpointDefinition,
  type EndpointRequest,
} from '@wellpulse/contracts';
import { troubleOf, type Trouble } from '@wellpulse/domain';
import type { CallOptions, Reply, Transport } from '../ports/transport.ts';

export type Failure =
  /** The link: no answer, or none in time. Whether the server did what was asked is unknown. */
  | { readonly kind: 'NO_ANSWER' | 'TIMEOUT' }
  /** Something answered, but not as the protocol says: a proxy's page, half a body. */
  | { readonly kind: 'UNREADABLE'; readonly status: number }
  | {
      readonly kind: 'REFUSED';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly retryAfterSeconds: number | null;
    };

export type ServerResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** `onReply` is told what came from the server, before it is read. */
export async function requestAnswer<Definition extends EndpointDefinition>(
  transport: Transport,
  endpoint: Definition,
  request: Partial<EndpointRequest<Definition>>,
  options: CallOptions,
  onReply: (reply: Reply) => Promise<void> = async () => undefined,
): Promise<ServerResult<EndpointAnswer<Definition>>> {
  const reply = await transport.call(endpoint, request, options);
  const failure = isStrangers(reply)
    ? ({ kind: 'UNREADABLE', status: statusOf(reply) } as const)
    : failureOf(reply);
  if (failure === null || failure.kind === 'REFUSED') await onReply(reply);
  if (failure !== null) return { ok: false, failure };
  if (endpoint.answer === null) return { ok: true, value: undefined as EndpointAnswer<Definition> };
  const answer = endpoint.answer.safeParse(reply.kind === 'ANSWERED' ? reply.body : undefined);
  if (!answer.success) return { ok: false, failure: { kind: 'UNREADABLE', status: statusOf(reply) } };
  // Parsed by the endpoint's own schema.
  return { ok: true, value: answer.data as EndpointAnswer<Definition> };
}

/**
 * Null for an answer of success; its body is still to be read. A refusal is the server's word only as a problem of the
 * catalogue, with the status that belongs to it: what a hotel or a firewall says decides nothing.
 */
export function failureOf(reply: Reply): Failure | null {
  if (reply.kind !== 'ANSWERED') return { kind: reply.kind };
  const { status, retryAfterSeconds } = reply;
  if (status >= 200 && status < 300) return null;
  const problem = problemSchema.safeParse(reply.body);
  if (!problem.success || PROBLEMS[problem.data.code].status !== status)
    return { kind: 'UNREADABLE', status };
  const { code, detail } = problem.data;
  return { kind: 'REFUSED', status, code, message: detail ?? '', retryAfterSeconds };
}

const isStrangers = (reply: Reply): boolean => reply.kind === 'ANSWERED' && reply.serverTime === null;

const statusOf = (reply: Reply): number => (reply.kind === 'ANSWERED' ? reply.status : 0);

/** True if nobody knows whether the server did what was asked. */
export const isUncertain = (failure: Failure): boolean =>
  failure.kind === 'REFUSED' ? failure.status >= 500 && failure.status !== 503 : !isTooLarge(failure);

/** Also when a gateway says it: that lets nothing pass which is larger than it likes. */
export const isTooLarge = (failure: Failure): boolean => 'status' in failure && failure.status === 413;

/** What went wrong, for the person: `packages/words` says it. */
export const troubleOfFailure = (failure: Failure): Trouble =>
  failure.kind === 'REFUSED'
    ? { code: failure.code, detail: failure.message === '' ? null : failure.message }
    : troubleOf(failure.kind);
