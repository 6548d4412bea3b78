/** Problems that the web server itself has to tell, in the form and words of the API's catalogue. */
import { PROBLEMS, type Problem, type ProblemCode } from '@wellpulse/contracts';
import { NextResponse } from 'next/server';
import type { ServerResponse } from 'node:http';

const RETRY_SECONDS = 5;

export const problemOf = (code: ProblemCode, detail?: string): Problem => ({
  type: 'about:blank',
  code,
  ...PROBLEMS[code],
  ...(detail === undefined ? {} : { detail }),
});

export function problemResponse(problem: Problem, retryAfterSeconds: number | null = null): NextResponse {
  return NextResponse.json(problem, { status: problem.status, headers: headersOf(retryAfterSeconds) });
}

/** The same where Next.js has no part in it. */
export function sendProblem(response: ServerResponse, problem: Problem): void {
  response.writeHead(problem.status, headersOf(problem.status === 503 ? RETRY_SECONDS : null));
  response.end(JSON.stringify(problem));
}

const headersOf = (retryAfterSeconds: number | null): Record<string, string> => ({
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
});
