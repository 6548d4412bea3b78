'use client';

import type { Device } from '@wellpulse/contracts';
import { Button, buttonClass, Drawer } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { Link } from '../../components/Link.tsx';
import { useState, type ReactNode } from 'react';
import { When } from '../../components/When.tsx';
import { words } from '../../lib/language.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { ConcernList } from './ConcernList.tsx';
import { standingOf } from './device-health.ts';
import { RefusedEvents } from './RefusedEvents.tsx';
import { RevokeDeviceDialog } from './RevokeDeviceDialog.tsx';
import { StandingBadge } from './StandingBadge.tsx';

/** One device in full: what is the matter, what it said that was refused, and taking it out of service. */
export function DeviceDrawer({ device, onClose }: { device: Device; onClose: () => void }) {
  const { user, may } = useSession();
  const now = useNow();
  const [isRevoking, setIsRevoking] = useState(false);
  const mayRevoke = device.status === 'ACTIVE' && (device.userId === user.id || may('ADMINISTER'));
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={device.name}
      description={`${words.platformNames[device.platform]} · ${device.userName ?? 'A former user'}`}
      footer={
        <>
          <Link href={`/conflicts?status=ALL&device=${device.id}`} className={buttonClass()}>
            Its conflicts
          </Link>
          {mayRevoke && (
            <Button
              variant="danger"
              onClick={() => {
                setIsRevoking(true);
              }}
            >
              Revoke
            </Button>
          )}
        </>
      }
    >
      <dl className="flex flex-col gap-3 text-sm">
        <Row name="Status">
          <StandingBadge standing={standingOf(device, now)} />
        </Row>
        <Row name="Last heard of">
          {device.lastSeenAt === null ? 'Never' : <When at={device.lastSeenAt} />}
        </Row>
        <Row name="Registered">
          <When at={device.registeredAt} />
        </Row>
        {device.revokedAt !== null && (
          <Row name="Revoked">
            <When at={device.revokedAt} />
          </Row>
        )}
        <Row name="App version">{device.appVersion ?? NO_VALUE}</Row>
        <Row name="Entries taken">
          <span className="num">
            {device.lastSequence === 0 ? 'None yet' : `Up to number ${device.lastSequence}`}
          </span>
        </Row>
      </dl>
      <ConcernList device={device} />
      {device.failedEvents > 0 && !may('MANAGE') && (
        <p className="mt-3 text-sm text-ink-muted">The device shows each of them, and what to do.</p>
      )}
      {may('MANAGE') && <RefusedEvents deviceId={device.id} />}
      {isRevoking && (
        <RevokeDeviceDialog
          device={device}
          onClose={() => {
            setIsRevoking(false);
          }}
        />
      )}
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
