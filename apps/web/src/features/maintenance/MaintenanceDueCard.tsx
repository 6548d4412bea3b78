'use client';

import { Card, DUE_APPEARANCE, DueList, EmptyState, Skeleton, Badge, useWords } from '@wellpulse/ui';
import { linkTo } from '../../components/view-host.tsx';
import { CalendarCheck } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useMostUrgent } from '../../queries/maintenance-queries.ts';

const SHOWN = '6';

/** For Home: how much is overdue or due soon, and what most of all. */
export function MaintenanceDueCard({ route }: { route: string | null }) {
  const { maintenanceTexts } = useWords();
  const query = useMostUrgent(route === null ? {} : { route }, SHOWN);
  const address = route === null ? '/maintenance' : `/maintenance?route=${encodeURIComponent(route)}`;
  return (
    <Card
      flush
      className="min-h-80 lg:col-span-2"
      title={maintenanceTexts.maintenanceDue}
      actions={
        <>
          <Counts query={query} />
          <Link href={address} className="text-xs font-medium text-accent-text hover:underline">
            {maintenanceTexts.allMaintenance}
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
              title={maintenanceTexts.nothingDue.DUE_SOON}
              description={items.length === 0 ? maintenanceTexts.noItems : maintenanceTexts.nextOnPage}
              className="my-auto"
            />
          ) : (
            <DueList linkTo={linkTo} items={urgent} label={maintenanceTexts.mostUrgent} />
          );
        }}
      </Loaded>
    </Card>
  );
}

function Counts({ query: { data } }: { query: ReturnType<typeof useMostUrgent> }) {
  const { maintenanceTexts } = useWords();
  if (data === undefined) return null;
  const Overdue = DUE_APPEARANCE.OVERDUE.icon;
  const Soon = DUE_APPEARANCE.DUE_SOON.icon;
  return (
    <span className="flex gap-1.5">
      {data.overdue > 0 && (
        <Badge tone="bad" icon={<Overdue aria-hidden />}>
          <span className="num">{maintenanceTexts.overdue(data.overdue)}</span>
        </Badge>
      )}
      {data.dueSoon > 0 && (
        <Badge tone="attention" icon={<Soon aria-hidden />}>
          <span className="num">{maintenanceTexts.dueSoon(data.dueSoon)}</span>
        </Badge>
      )}
    </span>
  );
}
