'use client';

import { Card, DUE_LOOKS, EmptyState, Skeleton, Badge } from '@wellpulse/ui';
import { CalendarCheck } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { words } from '../../lib/language.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { DueList } from './DueList.tsx';
import { useMostUrgent } from '../../queries/maintenance-queries.ts';

const SHOWN = '6';

/** For Home: how much is overdue or due soon, and what most of all. */
export function MaintenanceDueCard({ route }: { route: string | null }) {
  const query = useMostUrgent(route === null ? {} : { route }, SHOWN);
  const address = route === null ? '/maintenance' : `/maintenance?route=${encodeURIComponent(route)}`;
  return (
    <Card
      flush
      className="min-h-80 lg:col-span-2"
      title="Maintenance due"
      actions={
        <>
          <Counts query={query} />
          <Link href={address} className="text-xs font-medium text-accent-text hover:underline">
            All maintenance
          </Link>
        </>
      }
    >
      <Loaded query={query} loading={<Skeleton className="m-4 h-48" />}>
        {({ items }) => {
          const urgent = items.filter(({ dueStatus }) => dueStatus !== 'SCHEDULED');
          return urgent.length === 0 ? (
            <EmptyState
              icon={<CalendarCheck aria-hidden />}
              title="Nothing is due within 14 days"
              description={
                items.length === 0
                  ? 'Items appear here by their service intervals.'
                  : 'The next services are on the maintenance page.'
              }
              className="my-auto"
            />
          ) : (
            <DueList items={urgent} label="Most urgent" />
          );
        }}
      </Loaded>
    </Card>
  );
}

function Counts({ query: { data } }: { query: ReturnType<typeof useMostUrgent> }) {
  if (data === undefined) return null;
  const Overdue = DUE_LOOKS.OVERDUE.icon;
  const Soon = DUE_LOOKS.DUE_SOON.icon;
  return (
    <span className="flex gap-1.5">
      {data.overdue > 0 && (
        <Badge tone="bad" icon={<Overdue aria-hidden />}>
          <span className="num">{words.formatCount(data.overdue)} overdue</span>
        </Badge>
      )}
      {data.dueSoon > 0 && (
        <Badge tone="attention" icon={<Soon aria-hidden />}>
          <span className="num">{words.formatCount(data.dueSoon)} due soon</span>
        </Badge>
      )}
    </span>
  );
}
