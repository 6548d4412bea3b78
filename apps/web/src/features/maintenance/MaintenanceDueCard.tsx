'use client';

import { Card, Skeleton, UrgentCounts, UrgentItems, useWords } from '@wellpulse/ui';
import { Link } from '../../components/Link.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { linkTo } from '../../components/view-host.tsx';
import type { HomePlace } from '../../queries/dashboard-queries.ts';
import { useMostUrgent } from '../../queries/maintenance-queries.ts';

const SHOWN = '6';

/** For Home: how much is overdue or due soon, and what most of all. */
export function MaintenanceDueCard({ place }: { place: HomePlace | null }) {
  const { maintenanceTexts } = useWords();
  const query = useMostUrgent(place, SHOWN);
  const address =
    place?.route === undefined ? '/maintenance' : `/maintenance?route=${encodeURIComponent(place.route)}`;
  return (
    <Card
      flush
      className="min-h-80 lg:col-span-2"
      title={maintenanceTexts.maintenanceDue}
      actions={
        <>
          {query.data !== undefined && <UrgentCounts counts={query.data} />}
          <Link href={address} className="text-xs font-medium text-accent-text hover:underline">
            {maintenanceTexts.allMaintenance}
          </Link>
        </>
      }
    >
      <Loaded query={query} loading={<Skeleton className="m-4 h-48" />}>
        {({ items }) => <UrgentItems items={items} linkTo={linkTo} />}
      </Loaded>
    </Card>
  );
}
