/** The office has ended this device as lost or stolen: what that means, and the way back for whom it belongs to (ADR 52). */
import { useWords } from '@wellpulse/forms';
import type { DeviceStatus } from '@wellpulse/offline';
import { Notice } from '../../components/Notice.tsx';
import { Title, Words } from '../../components/Words.tsx';

export interface LostDeviceProps {
  /** RFC 3339. */
  readonly lostAt: string;
  /** IANA, in which people read times. */
  readonly timeZone: string;
  readonly status: Pick<DeviceStatus, 'pendingEvents' | 'failedEvents' | 'waitingPhotos'>;
}

export function LostDevice({ lostAt, timeZone, status }: LostDeviceProps) {
  const { deskWords, formatInstant, lockWords } = useWords();
  const events = status.pendingEvents + status.failedEvents;
  return (
    <>
      <Title level={2}>{lockWords.lost.title}</Title>
      <Notice tone="bad" alert text={lockWords.lost.about(formatInstant(lostAt, timeZone))} />
      {events + status.waitingPhotos > 0 && (
        <Words>{lockWords.lost.waits(deskWords.content(events, status.waitingPhotos))}</Words>
      )}
      <Words colour="ink-muted">{lockWords.lost.found}</Words>
    </>
  );
}
