import { problemSchema } from '@wellpulse/contracts';

/**
 * True if the API refused the access token. A 401 alone doesn't say so: a wrong current password is one as well. The
 * answer can still be read afterwards.
 */
export async function isSessionRefused(answer: Response): Promise<boolean> {
  if (answer.status !== 401) return false;
  const problem = problemSchema.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => null),
  );
  return problem.success && problem.data.code === 'UNAUTHENTICATED';
}
