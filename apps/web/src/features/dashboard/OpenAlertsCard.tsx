'use client';

import { Button, Card, EmptyState, ProductMark, Skeleton } from '@wellpulse/ui';
import { BellOff } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { office, words } from '../../lib/language.ts';
import { AcknowledgeDialog } from '../alerts/AcknowledgeDialog.tsx';
import { AlertChange } from '../alerts/AlertChange.tsx';
import { useSomeAlerts } from '../../queries/alert-queries.ts';
import { groupAlerts, type AlertGroup } from '../alerts/group-alerts.ts';
import { useSession } from '../../components/SessionProvider.tsx';

const texts = office.home;

/** Enough to fill the card once they are grouped. */
const LOADED = 30;
const SHOWN = 10;

/** `route`: null for all of them. */
export function OpenAlertsCard({ route }: { route: string | null }) {
  const { varianceThresholdPercent } = useSession();
  const query = useSomeAlerts({ status: 'OPEN', ...(route === null ? {} : { route }) }, LOADED);
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
            href={route === null ? '/alerts' : `/alerts?route=${encodeURIComponent(route)}`}
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
                  <GroupRow key={group.id} group={group} onAcknowledge={setChosen} />
                ))}
            </ul>
          )
        }
      </Loaded>
      {chosen !== null && (
        <AcknowledgeDialog
          group={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </Card>
  );
}

function GroupRow({
  group,
  onAcknowledge,
}: {
  group: AlertGroup;
  onAcknowledge: (group: AlertGroup) => void;
}) {
  const { may, today } = useSession();
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          <Link href={`/wells/${group.wellId}`} className="truncate text-sm font-medium hover:underline">
            {group.wellName}
          </Link>
          <span className="shrink-0 text-xs text-ink-subtle">
            {words.formatDayRelative(group.productionDate, today)}
          </span>
        </div>
        <ul className="mt-0.5 flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
          {group.alerts.map((alert) => (
            <li key={alert.id} className="flex items-center gap-2">
              <ProductMark product={alert.product} hideName />
              <AlertChange alert={alert} />
            </li>
          ))}
        </ul>
      </div>
      {may('ENTER') && (
        <Button
          size="sm"
          aria-label={texts.acknowledgeOf(group.wellName, words.formatDay(group.productionDate))}
          onClick={() => {
            onAcknowledge(group);
          }}
        >
          {texts.acknowledge}
        </Button>
      )}
    </li>
  );
}

const Loading = () => (
  <div className="flex flex-col gap-4 p-4">
    {['first', 'second', 'third', 'fourth'].map((line) => (
      <Skeleton key={line} className="h-10" />
    ))}
  </div>
);
