'use client';

import type { Well } from '@wellpulse/contracts';
import { groupAlerts, type AlertGroup } from '@wellpulse/domain';
import { AlertGroupRow, Card, EmptyState, Skeleton, useWords } from '@wellpulse/ui';
import { BellOff } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useMoment } from '../../components/view-host.tsx';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { Acknowledging } from './Acknowledging.tsx';
import { useSomeAlerts } from '../../queries/alert-queries.ts';

const LOADED = 30;

export function WellAlertsCard({ well }: { well: Well }) {
  const { alertTexts } = useWords();
  const query = useSomeAlerts({ wellId: well.id }, LOADED);
  const [chosen, setChosen] = useState<AlertGroup | null>(null);
  const moment = useMoment();
  const { may } = useSession();
  return (
    <Card
      flush
      title={alertTexts.alerts}
      actions={
        <Link
          href={`/alerts?status=ALL&well=${well.id}`}
          className="text-xs font-medium text-accent-text hover:underline"
        >
          {alertTexts.allOfWell}
        </Link>
      }
    >
      <Loaded query={query} loading={<Skeleton className="m-4 h-40" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<BellOff aria-hidden />}
              title={alertTexts.none}
              description={alertTexts.noneAtWell}
            />
          ) : (
            <ul
              aria-label={alertTexts.alertsOf(well.name)}
              // It scrolls, and may hold nothing else that takes the keyboard.
              tabIndex={0}
              className="focus-visible:-outline-offset-2 relative max-h-[36rem] divide-y divide-line overflow-y-auto"
            >
              {groupAlerts(items).map((group) => (
                <AlertGroupRow
                  key={group.id}
                  group={group}
                  moment={moment}
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
