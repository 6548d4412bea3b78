'use client';

import { dayOfEvent } from '@wellpulse/words';
import type { RefusedEvent } from '@wellpulse/contracts';
import { Button, Skeleton } from '@wellpulse/ui';
import { CircleX } from 'lucide-react';
import { Loaded } from '../../components/Loaded.tsx';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useRefusedEvents } from '../../queries/device-queries.ts';

const texts = office.devices;

/** What a device sent that was refused for good: what it said, who said it, when, and why not. */
export function RefusedEvents({ deviceId }: { deviceId: string }) {
  const query = useRefusedEvents(deviceId, true);
  return (
    <section aria-labelledby="refused-heading" className="mt-6">
      <h3 id="refused-heading" className="mb-2 text-sm font-medium">
        {texts.refused}
      </h3>
      <Loaded query={query} loading={<Skeleton className="h-24" />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return <p className="text-sm text-ink-muted">{texts.noneRefused}</p>;
          }
          return (
            <>
              <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
                {items.map((event) => (
                  <RefusedRow key={event.eventId} event={event} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button
                  className="mt-2"
                  size="sm"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {words.listWords.showMore}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function RefusedRow({ event }: { event: RefusedEvent }) {
  const { timeZone } = useSession().tenant;
  const { eventType, payload, userName, deviceSequence, receivedAt } = event;
  const day = dayOfEvent(payload);
  const said = [day === null ? '' : words.formatDayFull(day), words.eventSummary(eventType, payload)].filter(
    Boolean,
  );
  return (
    <li className="px-3 py-2.5 text-sm">
      <p className="num font-medium [overflow-wrap:anywhere]">
        {[words.eventName(eventType), ...said].join(' · ')}
      </p>
      <p className="mt-0.5 flex gap-1.5 text-bad">
        <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{words.formatTrouble({ code: event.code, detail: event.reason })}</span>
      </p>
      <p className="num mt-0.5 text-xs text-ink-subtle">
        {[
          userName ?? texts.nobodyKnown,
          deviceSequence === null ? '' : texts.entryNumber(deviceSequence),
          texts.came(words.formatInstant(receivedAt, timeZone)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
