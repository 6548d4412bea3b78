import { message } from '@wellpulse/contracts';
import { dayInZone } from '../calendar.ts';
import { refusedField, type Refusal } from './decision.ts';
import type { DomainEvent } from './event.ts';
import type { Workset } from './workset.ts';

/**
 * Refuses a day after today in the tenant's time zone; null for any other day. A device accepts any day: only the server's clock
 * is trusted, and a wrong clock must not keep a person from entering today.
 */
export function refuseFutureDay(
  workset: Workset,
  event: DomainEvent,
  field: string,
  day: string,
): Refusal | null {
  if (workset.isReplica) return null;
  const today = dayInZone(event.receivedAt, workset.tenantSettings.timeZone);
  return day > today ? refusedField('DATE_IN_FUTURE', [field], message('futureDay', { today })) : null;
}
