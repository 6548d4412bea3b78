'use client';

/** What came in last. It grows by itself; what is new since the page was opened lights up once. */
import { dayOfEvent } from '@wellpulse/words';
import type { Activity } from '@wellpulse/contracts';
import { Card, cx, EmptyState, Skeleton } from '@wellpulse/ui';
import { dayInZone } from '@wellpulse/domain';
import { CircleHelp, RadioTower } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useActivity, type HomePlace } from '../../queries/dashboard-queries.ts';

const texts = office.home;

/** `place`: null as long as it is not known. */
export function ActivityCard({ place }: { place: HomePlace | null }) {
  const query = useActivity(place);
  const newest = query.data?.[0]?.sequence ?? (query.isSuccess ? 0 : null);
  const [seenAtFirst, setSeenAtFirst] = useState<number | null>(null);
  if (seenAtFirst === null && newest !== null) setSeenAtFirst(newest);
  return (
    <Card title={texts.activity} flush className="min-h-96 lg:h-0 lg:min-h-full">
      <Loaded query={query} loading={<Loading />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              icon={<RadioTower aria-hidden />}
              title={texts.noActivity}
              description={texts.noActivityHint}
              className="my-auto"
            />
          ) : (
            <ol
              aria-label={texts.activity}
              className="relative max-h-[30rem] lg:max-h-none divide-y divide-line overflow-y-auto"
            >
              {items.map((activity) => (
                <ActivityRow
                  key={activity.sequence}
                  activity={activity}
                  isNew={seenAtFirst !== null && activity.sequence > seenAtFirst}
                />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Card>
  );
}

function ActivityRow({ activity, isNew }: { activity: Activity; isNew: boolean }) {
  const { today, tenant } = useSession();
  const { receivedAt, userName, source, eventType, payload, count, conflictStatus, wellId } = activity;
  const isToday = dayInZone(receivedAt, tenant.timeZone) === today;
  const time = isToday
    ? words.formatTime(receivedAt, tenant.timeZone)
    : words.formatInstant(receivedAt, tenant.timeZone);
  const day = dayOfEvent(payload);
  return (
    <li className={cx('px-4 py-2 text-sm', isNew && 'animate-arrived')}>
      <div className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate">
          <Subject activity={activity} />
        </span>
        <time dateTime={receivedAt} className="num shrink-0 text-xs text-ink-subtle">
          {time}
        </time>
      </div>
      <p className="truncate text-xs text-ink-muted">
        {[
          count > 1 ? texts.records(count) : words.eventSummary(eventType, payload),
          count === 1 && day !== null && day !== today ? texts.forDay(words.formatDay(day)) : '',
          userName ?? words.sourceNames[source],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {conflictStatus === 'OPEN' && wellId !== null && (
        <Link
          href={`/conflicts?well=${wellId}`}
          className="mt-0.5 inline-flex items-center gap-1 text-xs font-medium text-attention hover:underline"
        >
          <CircleHelp aria-hidden className="size-3.5 shrink-0" />
          {texts.waitsForChoice}
        </Link>
      )}
    </li>
  );
}

/** The well or the item that it is about, and what became of it. */
function Subject({ activity: { eventType, subject, wellName, wellId } }: { activity: Activity }) {
  if (subject === null && wellId === null)
    return <span className="font-medium">{words.eventName(eventType)}</span>;
  return (
    <>
      <Link
        href={subject === null ? `/wells/${wellId}` : `/equipment/${subject.equipmentId}`}
        className="font-medium hover:underline"
      >
        {words.eventPlace(wellName, subject)}
      </Link>
      <span className="text-ink-muted"> · {words.eventName(eventType).toLowerCase()}</span>
    </>
  );
}

const Loading = () => (
  <div className="flex flex-col gap-4 p-4">
    {['first', 'second', 'third', 'fourth', 'fifth'].map((line) => (
      <Skeleton key={line} className="h-9" />
    ))}
  </div>
);
