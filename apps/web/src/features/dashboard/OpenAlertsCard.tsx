'use client';

import { groupAlerts, type AlertGroup } from '@wellpulse/domain';
import { AlertGroupRow, Card, EmptyState, Skeleton } from '@wellpulse/ui';
import { BellOff } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { linkTo, useMoment } from '../../components/view-host.tsx';
import { office } from '../../lib/language.ts';
import { Acknowledging } from '../alerts/Acknowledging.tsx';
import { useSomeAlerts } from '../../queries/alert-queries.ts';
import type { HomePlace } from '../../queries/dashboard-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';

const texts = office.home;

/** Enough to fill the card once they are grouped. */
const LOADED = 30;
const SHOWN = 10;

/** `place`: null as long as it is not known. */
export function OpenAlertsCard({ place }: { place: HomePlace | null }) {
  const { varianceThresholdPercent, may } = useSession();
  const moment = useMoment();
  const query = useSomeAlerts(place === null ? null : { status: 'OPEN', ...place }, LOADED);
  const [chosen, setChosen] = useState<AlertGroup | null>(null);
  const total = query.data?.total ?? 0;
  return (
    <Card
      flush
      className="min-h-80 lg:h-96"
      title={texts.offBy(varianceThresholdPercent)}
      actions={
        total > 0 && (
          <Link
            href={place?.route === undefined ? '/alerts' : `/alerts?route=${encodeURIComponent(place.route)}`}
            className="text-xs font-medium text-accent-text hover:underline"
          >
            {texts.allOpen(total)}
          </Link>
        )
      }
    >
      <Loaded query={query} loading={<Loading />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<BellOff aria-hidden />}
              title={texts.noOpenAlerts}
              description={texts.noOpenAlertsHint}
              className="my-auto"
            />
          ) : (
            <ul className="relative max-h-[30rem] divide-y divide-line overflow-y-auto">
              {groupAlerts(items)
                .slice(0, SHOWN)
                .map((group) => (
                  <AlertGroupRow
                    key={group.id}
                    group={group}
                    moment={moment}
                    linkTo={linkTo}
                    onAcknowledge={may('ENTER') ? setChosen : undefined}
                  />
                ))}
            </ul>
          )
        }
      </Loaded>
      <Acknowledging
        group={chosen}
        onClose={() => {
          setChosen(null);
        }}
      />
    </Card>
  );
}

const Loading = () => (
  <div className="flex flex-col gap-4 p-4">
    {['first', 'second', 'third', 'fourth'].map((line) => (
      <Skeleton key={line} className="h-10" />
    ))}
  </div>
);
