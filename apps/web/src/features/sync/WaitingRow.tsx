'use client';

import type { WaitingEntry } from '@wellpulse/contracts';
import { toast } from '@wellpulse/ui';
import { useSession } from '../../components/SessionProvider.tsx';
import { office, words } from '../../lib/language.ts';
import { useEnterWaiting, useLeaveWaiting } from '../../queries/waiting-queries.ts';
import { HeldRow } from './HeldRow.tsx';

const texts = office.devices;

/** One entry that nobody signed anew, or whose author has left. */
export function WaitingRow({ entry }: { entry: WaitingEntry }) {
  const { timeZone } = useSession().tenant;
  const entering = useEnterWaiting();
  const leaving = useLeaveWaiting();
  const { userName, deviceName, carrierName, timestamp } = entry;
  const enter = () => {
    entering.mutate(entry, {
      onSuccess: () => {
        toast.success(texts.enteredAsOwn);
      },
    });
  };
  return (
    <HeldRow
      held={entry}
      stands={currentWords(entry)}
      about={[
        texts.typedBy(userName, deviceName),
        words.formatInstant(timestamp, timeZone),
        carrierName === null ? '' : texts.sentBy(carrierName),
      ]}
      error={entering.error ?? leaving.error}
      leaving={{
        isPending: leaving.isPending,
        run: () => {
          leaving.mutate(entry);
        },
      }}
      taking={
        entry.mayEnter
          ? { label: texts.enterAsMine, isPending: entering.isPending, run: enter }
          : texts.waitsFor(userName)
      }
    />
  );
}

/** "Stands now: oil 70.0 bbl"; nothing for what is no reading. */
function currentWords({ eventType, current }: WaitingEntry): string {
  if (!eventType.startsWith('PRODUCTION_')) return '';
  if (current === null) return texts.noReading;
  return texts.standsNow(words.eventSummary(eventType, current));
}
