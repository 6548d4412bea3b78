/**
 * Brings a tenant's alerts up to date with the rules of today: an older program may have raised alerts that they would not raise
 * (ADR 87). What changes is an event of the log. So devices learn of it, and the log goes on giving the tables.
 */
import { MAX_REVIEWED } from '@wellpulse/contracts';
import { alertsToReview } from '@wellpulse/domain';
import type { Clock } from '../config/clock.ts';
import type { TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import type { Draft } from '../write-path/intent.ts';
import { BY_SYSTEM } from '../write-path/origin.ts';
import { toAlertRow } from '../write-path/records.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import type { TenantWriter } from '../write-path/tenant-writer.ts';
import { replay } from './verify-log.ts';

/** Returns how many alerts changed. Other writers of the tenant wait while its log is read. */
export function reviewAlerts(writer: TenantWriter, database: TenantDatabase, clock: Clock): Promise<number> {
  return writer.transaction(database, BY_SYSTEM, async (tx) => {
    const { workset } = await replay(tx.db, [], []);
    const stored = (await tx.db.selectFrom('variance_alerts').selectAll().execute()).map(toAlertRow);
    const alerts = alertsToReview(stored, workset.alerts.all(), clock.now());
    const drafts: Draft[] = [];
    for (let start = 0; start < alerts.length; start += MAX_REVIEWED) {
      drafts.push({
        eventType: 'ALERTS_REVIEWED',
        aggregateId: database.tenantId,
        baseVersion: null,
        payload: { alerts: alerts.slice(start, start + MAX_REVIEWED) },
      });
    }
    if (drafts.length > 0) firstAccepted(await tx.apply(drafts));
    return alerts.length;
  });
}
