/**
 * Calls the API through our own origin. What the typed client gives as a value is thrown here as a `ProblemError`,
 * because that is what queries and mutations know how to handle. A `NetworkError` means that no answer came.
 */
import { call, NetworkError, urlOf, type CallRequest } from '@wellpulse/api-client';
import type { EndpointAnswer, EndpointDefinition, Problem } from '@wellpulse/contracts';

const BASE_URL = '/api';

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

/** True for a session that is over: the person has to sign in again. */
export const isSignedOut = (error: unknown): boolean => problemOf(error)?.code === 'UNAUTHENTICATED';

/** True where trying again may help without anybody changing anything. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NetworkError || (problemOf(error)?.status ?? 0) >= 500;
