import { useWords } from '@wellpulse/forms';
import { Card } from '../../components/lists/Card.tsx';
import { Progress } from '../../components/lists/Progress.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead, useStatus } from '../../lib/reads.ts';
import { readRoom } from '../../native/room/room';

/** What this device holds, what waits on it, and how full it is. */
export function StorageCard() {
  const { deskWords, formatBytes, shortOfRoom, thisDeviceWords } = useWords();
  const status = useStatus();
  const room = useRead(['room'], readRoom);
  if (room === undefined || status === undefined) return null;
  const { pendingEvents, failedEvents, waitingPhotos, waitingPhotoBytes } = status;
  const isWaiting = pendingEvents + failedEvents + waitingPhotos > 0;
  return (
    <Card title={thisDeviceWords.storage}>
      <Words figures>{thisDeviceWords.taken(formatBytes(room.usedBytes))}</Words>
      <Words figures>
        {isWaiting
          ? thisDeviceWords.waits(
              deskWords.content(pendingEvents + failedEvents, waitingPhotos),
              waitingPhotos === 0 ? null : formatBytes(waitingPhotoBytes),
            )
          : deskWords.nothingWaits}
      </Words>
      <Words figures>{thisDeviceWords.free(formatBytes(room.freeBytes), formatBytes(room.allBytes))}</Words>
      <Progress label={thisDeviceWords.howFull} value={room.allBytes - room.freeBytes} max={room.allBytes} />
      {status.isShortOfRoom && <Notice tone="bad" text={shortOfRoom} />}
      {!room.isSafe && <Notice text={thisDeviceWords.mayBeCleared} />}
    </Card>
  );
}
