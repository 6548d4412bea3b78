import type { AuditEvent } from '@wellpulse/contracts';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';
import { eventName } from '../../lib/words.ts';
import { dayOfEvent, eventSummary, whereOf } from './event-summary.ts';

/** With the hash, so that the file can be held against the log. */
export const AUDIT_EXPORT: ExportColumns<AuditEvent> = {
  sequence: (event) => event.sequence,
  receivedAt: (event) => event.receivedAt,
  occurredAt: (event) => event.occurredAt,
  userName: (event) => event.userName,
  carrierName: (event) => event.carrierName,
  authorLeft: (event) => (event.authorLeft ? 'yes' : ''),
  source: (event) => words.sourceNames[event.source],
  event: (event) => eventName(event.eventType),
  wellAndItem: (event) => whereOf(event.wellName, event.subject),
  productionDate: (event) => dayOfEvent(event.payload),
  summary: (event) => eventSummary(event.eventType, event.payload),
  content: (event) => JSON.stringify(event.payload),
  recordId: (event) => event.recordId,
  eventId: (event) => event.eventId,
  deviceId: (event) => event.deviceId,
  hash: (event) => event.hash,
};
