/** Who is signed in, and the requests that change it. */
import { endpoints, problemSchema, sessionSchema, type WhoAmI } from '@wellpulse/contracts';
import { NetworkError } from '@wellpulse/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ProblemError, request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }): Promise<WhoAmI> => request(endpoints.auth.me, { signal }),
});

export interface Credentials {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

const signedInSchema = sessionSchema.pick({ user: true, tenant: true });

/** Throws `ProblemError` or `NetworkError`. The session itself is in cookies that only the server reads. */
export async function signIn(credentials: Credentials) {
  const response = await sessionRequest('POST', JSON.stringify(credentials));
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return signedInSchema.parse(answer);
  const problem = problemSchema.safeParse(answer);
  if (!problem.success) throw new NetworkError('Something between us and the server answered');
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new ProblemError(problem.data, Number.isFinite(wait) ? wait : null);
}

export async function signOut(): Promise<void> {
  await sessionRequest('DELETE', null);
}

async function sessionRequest(method: 'POST' | 'DELETE', body: string | null): Promise<Response> {
  try {
    return await fetch('/browser/session', { method, body, headers: { 'content-type': 'application/json' } });
  } catch (cause) {
    throw new NetworkError('The server cannot be reached', { cause });
  }
}
