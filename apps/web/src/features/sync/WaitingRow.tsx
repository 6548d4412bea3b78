'use client';

import { dayOfEvent } from '@wellpulse/words';
import type { WaitingEntry } from '@wellpulse/contracts';
import { Button, toast } from '@wellpulse/ui';
import { FormProblem } from '../../components/FormProblem.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useEnterWaiting, useLeaveWaiting } from '../../queries/waiting-queries.ts';

const texts = office.devices;

/** One entry: what it says, what stands by now, whose it is, and the two ways to be done with it. */
export function WaitingRow({ entry }: { entry: WaitingEntry }) {
  const { timeZone } = useSession().tenant;
  const entering = useEnterWaiting();
  const leaving = useLeaveWaiting();
  const { eventType, payload, wellName, subject, userName, deviceName, carrierName, timestamp } = entry;
  const day = dayOfEvent(payload);
  const what = [
    words.eventName(eventType),
    subject ?? '',
    wellName ?? '',
    day === null ? '' : words.formatDayFull(day),
  ].filter(Boolean);
  const error = entering.error ?? leaving.error;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p className="num font-medium [overflow-wrap:anywhere]">{what.join(' · ')}</p>
        <p className="num text-ink-muted [overflow-wrap:anywhere]">
          {[words.eventSummary(eventType, payload), currentWords(entry)].filter(Boolean).join(' — ')}
        </p>
        <p className="num text-xs text-ink-subtle">
          {[
            texts.typedBy(userName, deviceName),
            words.formatInstant(timestamp, timeZone),
            carrierName === null ? '' : texts.sentBy(carrierName),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {error !== null && <FormProblem>{problemSentence(words, error)}</FormProblem>}
      </div>
      {entry.mayEnter ? (
        <div className="flex gap-2">
          <Button
            size="sm"
            loading={leaving.isPending}
            onClick={() => {
              leaving.mutate(entry);
            }}
          >
            {texts.leaveOut}
          </Button>
          <Button
            size="sm"
            variant="primary"
            loading={entering.isPending}
            onClick={() => {
              entering.mutate(entry, {
                onSuccess: () => {
                  toast.success(texts.enteredAsOwn);
                },
              });
            }}
          >
            {texts.enterAsMine}
          </Button>
        </div>
      ) : (
        <p className="text-ink-muted">{texts.waitsFor(userName)}</p>
      )}
    </li>
  );
}

/** "Stands now: oil 70.0 bbl"; nothing for what is no reading. */
function currentWords({ eventType, current }: WaitingEntry): string {
  if (!eventType.startsWith('PRODUCTION_')) return '';
  if (current === null) return texts.noReading;
  return texts.standsNow(words.eventSummary(eventType, current));
}
