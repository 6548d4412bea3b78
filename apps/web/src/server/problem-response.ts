/** Problems that the web server itself has to tell, in the form and words of the API's catalogue. */
import { PROBLEMS, type Problem, type ProblemCode } from '@wellpulse/contracts';
import { NextResponse } from 'next/server';

export const problemOf = (code: ProblemCode, detail?: string): Problem => ({
  type: 'about:blank',
  code,
  ...PROBLEMS[code],
  ...(detail === undefined ? {} : { detail }),
});

export function problemResponse(problem: Problem, retryAfterSeconds: number | null = null): NextResponse {
  return NextResponse.json(problem, {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}
