'use client';

import {
  SignInForm,
  useObserved,
  type SessionAnswer,
  type SignInBox,
  type SignInText,
} from '@wellpulse/forms';
import { troubleOfProblem } from '@wellpulse/forms/rest';
import { useState } from 'react';
import { answerOf } from '../../lib/answer-of.ts';
import { ProblemError } from '../../lib/api.ts';
import { signIn } from '../../queries/session-queries.ts';

/** The form of a sign-in through the dashboard's own server. */
export function useSignInForm(
  asks: readonly SignInBox[],
  known: Pick<SignInText, 'tenant' | 'email'>,
): SignInForm<true> {
  const [form] = useState(
    () =>
      new SignInForm<true>({
        store: { signIn: answerToSignIn },
        asks,
        known,
        elapsed: () => performance.now(),
      }),
  );
  useObserved(form, () => form.revision, 0);
  return form;
}

async function answerToSignIn({ tenant, email, password }: SignInText): Promise<SessionAnswer<true>> {
  let retryAfterSeconds: number | null = null;
  const asked = signIn({ tenant, email, password }).catch((error: unknown) => {
    if (error instanceof ProblemError) ({ retryAfterSeconds } = error);
    throw error;
  });
  const answer = await answerOf(asked);
  if (answer.ok) return { kind: 'SIGNED_IN', who: true };
  const code = answer.problem === null ? 'NOT_REACHED' : 'REFUSED';
  return {
    kind: 'REFUSED',
    refusal: { code, trouble: troubleOfProblem(answer.problem) },
    retryAfterSeconds,
  };
}
