/**
 * Calls the API through our own origin. The typed client gives a problem as a value. Here it is thrown as a `ProblemError`,
 * because queries and mutations know how to handle that. A `NetworkError` means that no answer came.
 */
import { call, NetworkError, urlOf, type CallRequest } from '@wellpulse/api-client';
import type { EndpointAnswer, EndpointDefinition, Problem, ProblemCode } from '@wellpulse/contracts';

const BASE_URL = '/browser';

/** The server answered, and said no. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.title);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export async function request<Definition extends EndpointDefinition>(
  endpoint: Definition,
  given: CallRequest<Definition>,
): Promise<EndpointAnswer<Definition>> {
  const result = await call({ baseUrl: BASE_URL }, endpoint, given);
  if (result.ok) return result.value;
  throw new ProblemError(result.problem, result.retryAfterSeconds);
}

/** The address of an answer that the browser fetches by itself, such as a download. */
export const addressOf = (
  endpoint: EndpointDefinition,
  given: { readonly params?: unknown; readonly query?: unknown },
): string => urlOf(BASE_URL, endpoint, given);

export const problemOf = (error: unknown): Problem | null =>
  error instanceof ProblemError ? error.problem : null;

const SESSION_ENDS: ReadonlySet<ProblemCode> = new Set([
  'UNAUTHENTICATED',
  'USER_SUSPENDED',
  'TENANT_SUSPENDED',
]);

/** True for a session that is over: the person has to sign in again, or learns there why they can't. */
export function isSignedOut(error: unknown): boolean {
  const problem = problemOf(error);
  return problem !== null && SESSION_ENDS.has(problem.code);
}

/** True where trying again may help without anybody changing anything. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NetworkError || (problemOf(error)?.status ?? 0) >= 500;
