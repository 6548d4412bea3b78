/** From the rules' decisions to the problems that a caller reads. */
import type { FieldError, ProblemCode } from '@wellpulse/contracts';
import { isDecision, type Acceptance, type Refusal } from '@wellpulse/domain';
import { ProblemError, type ProblemDetails } from '../http/problems/problem-error.ts';
import type { WriteResult } from './intent.ts';

/** The decision on the first (often only) intent; a refusal of any of them is thrown as its problem. */
export function firstAccepted({ decisions }: WriteResult): Acceptance {
  const decision = decisions.find(({ ok }) => !ok) ?? decisions[0];
  if (decision === undefined) throw new Error('Nothing was decided');
  if (decision.ok) return decision;
  if (!isDecision(decision)) throw new ProblemError('INTERNAL');
  throw new ProblemError(decision.code, detailsOf(decision));
}

export function detailsOf(refusal: Refusal): ProblemDetails {
  return {
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
    ...(refusal.current === undefined
      ? {}
      : { [currentName(refusal.code)]: withoutDeletedFlag(refusal.current) }),
  };
}

const currentName = (code: ProblemCode): 'existing' | 'current' =>
  code === 'PRODUCTION_EXISTS' ? 'existing' : 'current';

/** Rows of the rules know whether they are deleted; records that callers see are not. */
function withoutDeletedFlag(current: unknown): unknown {
  if (typeof current !== 'object' || current === null) return current;
  return Object.fromEntries(Object.entries(current).filter(([key]) => key !== 'deleted'));
}

/** The field errors of one refused entry among many; a refusal without any names the entry itself. */
export const errorsOfEntry = (refusal: Refusal, prefix: string, title: string): FieldError[] =>
  refusal.errors === undefined
    ? [{ path: prefix, message: title }]
    : refusal.errors.map(({ path, message }) => ({ path: `${prefix}.${path}`, message }));
