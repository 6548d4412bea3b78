'use client';

import type { Device } from '@wellpulse/contracts';
import { deviceHealth, isInUse } from '@wellpulse/domain';
import { Button, buttonClass, Drawer } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { Link } from '../../components/Link.tsx';
import { useState, type ReactNode } from 'react';
import { Timestamp } from '../../components/Timestamp.tsx';
import { office, words } from '../../lib/language.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { DeviceIssueList } from './DeviceIssueList.tsx';
import { RefusedEvents } from './RefusedEvents.tsx';
import { LostDeviceDialog, RetireDeviceDialog } from './EndDeviceDialog.tsx';
import { LookedAtButton } from './LookedAtButton.tsx';
import { DeviceHealthBadge } from './DeviceHealthBadge.tsx';

const texts = office.devices;
const { facts } = texts;

/** One device in full: what is the matter, what it said that was refused, and taking it out of service. */
export function DeviceDrawer({ device, onClose }: { device: Device; onClose: () => void }) {
  const { user, may } = useSession();
  const now = useNow();
  const [ending, setEnding] = useState<'RETIRED' | 'LOST' | null>(null);
  const mayEnd = isInUse(device) && (device.userId === user.id || may('ADMINISTER'));
  const close = () => {
    setEnding(null);
  };
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={device.name}
      description={`${words.platformNames[device.platform]} · ${device.userName ?? words.requestWords.formerUser}`}
      footer={
        <>
          <Link href={`/conflicts?status=ALL&device=${device.id}`} className={buttonClass()}>
            {texts.conflicts}
          </Link>
          {mayEnd && device.status === 'ACTIVE' && (
            <Button
              onClick={() => {
                setEnding('RETIRED');
              }}
            >
              {texts.retire}
            </Button>
          )}
          {mayEnd && (
            <Button
              variant="danger"
              onClick={() => {
                setEnding('LOST');
              }}
            >
              {texts.lost}
            </Button>
          )}
        </>
      }
    >
      <dl className="flex flex-col gap-3 text-sm">
        <Row name={facts.status}>
          <DeviceHealthBadge health={deviceHealth(device, now.getTime())} />
        </Row>
        <Row name={facts.lastSeen}>
          {device.lastSeenAt === null ? words.listWords.never : <Timestamp at={device.lastSeenAt} />}
        </Row>
        <Row name={words.fieldLabel('device', 'registeredAt')}>
          <Timestamp at={device.registeredAt} />
        </Row>
        {device.revokedAt !== null && (
          <Row name={words.fieldLabel('device', 'revokedAt')}>
            <Timestamp at={device.revokedAt} />
          </Row>
        )}
        {device.retiredAt !== null && (
          <Row name={words.fieldLabel('device', 'retiredAt')}>
            <Timestamp at={device.retiredAt} />
          </Row>
        )}
        {device.wipedAt !== null && (
          <Row name={words.fieldLabel('device', 'wipedAt')}>
            <Timestamp at={device.wipedAt} />
          </Row>
        )}
        <Row name={facts.version}>{device.appVersion ?? NO_VALUE}</Row>
        <Row name={facts.taken}>
          <span className="num">
            {device.lastSequence === 0 ? texts.noneTaken : texts.takenUpTo(device.lastSequence)}
          </span>
        </Row>
      </dl>
      <DeviceIssueList device={device} />
      {device.recovery !== null && may('MANAGE') && <LookedAtButton device={device} />}
      {device.failedEvents > 0 && !may('MANAGE') && (
        <p className="mt-3 text-sm text-ink-muted">{texts.refusedOnDevice}</p>
      )}
      {may('MANAGE') && <RefusedEvents deviceId={device.id} />}
      {ending === 'RETIRED' && <RetireDeviceDialog device={device} onClose={close} />}
      {ending === 'LOST' && <LostDeviceDialog device={device} onClose={close} />}
    </Drawer>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-3">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
