'use client';

/** One event in full: what it says, and the hash that chains it to all before it. */
import type { AuditEvent } from '@wellpulse/contracts';
import { buttonClass, CopyButton, Drawer } from '@wellpulse/ui';
import { Link } from '../../components/Link.tsx';
import type { ReactNode } from 'react';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';

const texts = office.audit;

export function EventDrawer({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const { timeZone } = useSession().tenant;
  const payload = JSON.stringify(event.payload, null, 2);
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={words.eventName(event.eventType)}
      description={[texts.numbered(event.sequence), words.eventPlace(event.wellName, event.subject)]
        .filter(Boolean)
        .join(' · ')}
      footer={
        <>
          <Link href={`/audit?record=${event.recordId}`} onClick={onClose} className={buttonClass()}>
            {texts.allOfRecord}
          </Link>
          {event.subject !== null && (
            <Link href={`/equipment/${event.subject.equipmentId}`} className={buttonClass()}>
              {texts.openItem}
            </Link>
          )}
          {event.subject === null && event.wellId !== null && (
            <Link href={`/wells/${event.wellId}`} className={buttonClass()}>
              {texts.openWell}
            </Link>
          )}
        </>
      }
    >
      <dl className="flex flex-col gap-3 text-sm">
        <Row name={texts.facts.who}>{event.userName ?? texts.nobody}</Row>
        {event.carrierName !== null && <Row name={texts.facts.carrier}>{event.carrierName}</Row>}
        {event.authorLeft && <Row name={texts.facts.note}>{texts.authorHadLeft}</Row>}
        <Row name={texts.facts.from}>{words.sourceNames[event.source]}</Row>
        {event.deviceName !== null && <Row name={texts.facts.device}>{event.deviceName}</Row>}
        {event.clockOffsetMs !== null && <Row name={texts.facts.clock}>{clockOf(event.clockOffsetMs)}</Row>}
        <Row name={texts.facts.done}>{words.formatInstant(event.occurredAt, timeZone)}</Row>
        <Row name={texts.facts.received}>{words.formatInstant(event.receivedAt, timeZone)}</Row>
        {event.loggedAt !== event.receivedAt && (
          <Row name={texts.facts.logged}>
            {texts.loggedSince(words.formatInstant(event.loggedAt, timeZone))}
          </Row>
        )}
        <Row name={texts.facts.record}>
          <Code text={event.recordId} what={texts.copied.record} />
        </Row>
        <Row name={texts.facts.event}>
          <Code text={event.eventId} what={texts.copied.event} />
        </Row>
        <Row name={texts.facts.hash}>
          <Code text={event.hash} what={texts.copied.hash} />
        </Row>
        <Row name={texts.facts.format}>{event.chainFormat}</Row>
      </dl>
      <div className="mt-5 flex items-center justify-between">
        <h3 className="text-sm font-medium">{texts.facts.content}</h3>
        <CopyButton text={payload} what={texts.copied.content} />
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

/** By how much a device's clock was set right when the event came. */
function clockOf(offsetMs: number): string {
  const seconds = Math.round(offsetMs / 1000);
  if (seconds === 0) return texts.clockRight;
  return (seconds > 0 ? texts.clockBehind : texts.clockAhead)(words.formatSpan(seconds));
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
