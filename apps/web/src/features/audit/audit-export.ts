import { dayOfEvent } from '@wellpulse/words';
import type { AuditEvent } from '@wellpulse/contracts';
import type { ExportColumns } from '../../lib/export-columns.ts';
import { office, words } from '../../lib/language.ts';

/** With the hash, so that the file can be held against the log. */
export const AUDIT_EXPORT: ExportColumns<AuditEvent> = {
  sequence: (event) => event.sequence,
  receivedAt: (event) => event.receivedAt,
  occurredAt: (event) => event.occurredAt,
  userName: (event) => event.userName,
  carrierName: (event) => event.carrierName,
  authorLeft: (event) => (event.authorLeft ? office.audit.yes : ''),
  source: (event) => words.sourceNames[event.source],
  event: (event) => words.eventName(event.eventType),
  wellAndItem: (event) => words.eventPlace(event.wellName, event.subject),
  productionDate: (event) => dayOfEvent(event.payload),
  summary: (event) => words.eventSummary(event.eventType, event.payload),
  content: (event) => JSON.stringify(event.payload),
  recordId: (event) => event.recordId,
  eventId: (event) => event.eventId,
  deviceId: (event) => event.deviceId,
  deviceName: (event) => event.deviceName,
  clockOffsetMs: (event) => event.clockOffsetMs,
  loggedAt: (event) => event.loggedAt,
  chainFormat: (event) => event.chainFormat,
  hash: (event) => event.hash,
};
