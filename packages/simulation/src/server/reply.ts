import { PROBLEMS, type Problem, type ProblemCode } from '@wellpulse/contracts';
import type { Reply } from '@wellpulse/offline';

export const answered = (status: number, body: unknown, retryAfterSeconds: number | null = null): Reply => ({
  kind: 'ANSWERED',
  status,
  body,
  retryAfterSeconds,
  // The link writes it when the answer leaves.
  serverTime: null,
});

export function problem(code: ProblemCode, retryAfterSeconds: number | null = null): Reply {
  const { status, title } = PROBLEMS[code];
  return answered(status, { type: 'about:blank', title, status, code } satisfies Problem, retryAfterSeconds);
}
