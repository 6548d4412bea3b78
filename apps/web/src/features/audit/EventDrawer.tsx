'use client';

/** One event in full: what it says, and the hash that chains it to all before it. */
import type { AuditEvent } from '@wellpulse/contracts';
import { buttonClass, CopyButton, Drawer } from '@wellpulse/ui';
import { Link } from '../../components/Link.tsx';
import type { ReactNode } from 'react';
import { words } from '../../lib/language.ts';
import { eventName } from '../../lib/words.ts';
import { whereOf } from './event-summary.ts';
import { useSession } from '../../components/SessionProvider.tsx';

export function EventDrawer({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const { timeZone } = useSession().tenant;
  const payload = JSON.stringify(event.payload, null, 2);
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={eventName(event.eventType)}
      description={[`No. ${words.formatCount(event.sequence)}`, whereOf(event.wellName, event.subject)]
        .filter(Boolean)
        .join(' · ')}
      footer={
        <>
          <Link href={`/audit?record=${event.recordId}`} onClick={onClose} className={buttonClass()}>
            All of this record
          </Link>
          {event.subject !== null && (
            <Link href={`/equipment/${event.subject.equipmentId}`} className={buttonClass()}>
              Open the item
            </Link>
          )}
          {event.subject === null && event.wellName !== null && (
            <Link href={`/wells/${event.aggregateId}`} className={buttonClass()}>
              Open the well
            </Link>
          )}
        </>
      }
    >
      <dl className="flex flex-col gap-3 text-sm">
        <Row name="Who">{event.userName ?? 'Nobody: made on the command line'}</Row>
        {event.carrierName !== null && <Row name="Brought by">{event.carrierName}</Row>}
        {event.authorLeft && <Row name="Note">It arrived after its author&rsquo;s rights had ended</Row>}
        <Row name="From">{words.sourceNames[event.source]}</Row>
        <Row name="Done">{words.formatInstant(event.occurredAt, timeZone)}</Row>
        <Row name="Received">{words.formatInstant(event.receivedAt, timeZone)}</Row>
        <Row name="Record">
          <Code text={event.recordId} what="record id" />
        </Row>
        <Row name="Event">
          <Code text={event.eventId} what="event id" />
        </Row>
        <Row name="Hash">
          <Code text={event.hash} what="hash" />
        </Row>
      </dl>
      <div className="mt-5 flex items-center justify-between">
        <h3 className="text-sm font-medium">Content</h3>
        <CopyButton text={payload} what="content" />
      </div>
      <pre
        // Reachable by keyboard, since it may scroll.
        tabIndex={0}
        className="mt-1 max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
      >
        {payload}
      </pre>
    </Drawer>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-3">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

const Code = ({ text, what }: { text: string; what: string }) => (
  <span className="flex items-start gap-1">
    <span className="min-w-0 font-mono text-xs leading-5 break-all">{text}</span>
    <CopyButton text={text} what={what} />
  </span>
);
