import { dayInZone } from '../calendar.ts';
import { refusedField, type Refusal } from './decision.ts';
import type { DomainEvent } from './event.ts';
import type { Workset } from './workset.ts';

/**
 * A day that has not come yet for the tenant is refused; null if it has. A device lets every day pass: which day it is,
 * the server knows, and a wrong clock must not keep anybody from entering today.
 */
export function refuseFutureDay(
  workset: Workset,
  event: DomainEvent,
  field: string,
  day: string,
): Refusal | null {
  if (workset.isReplica) return null;
  const today = dayInZone(event.receivedAt, workset.tenantSettings.timeZone);
  return day > today ? refusedField('DATE_IN_FUTURE', [field], `Must not be after today, ${today}`) : null;
}
