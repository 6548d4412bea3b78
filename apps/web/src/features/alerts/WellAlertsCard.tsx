'use client';

import type { Well } from '@wellpulse/contracts';
import { Button, Card, cx, EmptyState, ProductMark, Skeleton, useWords } from '@wellpulse/ui';
import { BellOff } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { AlertChange } from './AlertChange.tsx';
import { useSomeAlerts } from '../../queries/alert-queries.ts';
import { groupAlerts, type AlertGroup } from './group-alerts.ts';

const LOADED = 30;

export function WellAlertsCard({ well }: { well: Well }) {
  const { alertTexts } = useWords();
  const query = useSomeAlerts({ wellId: well.id }, LOADED);
  const [chosen, setChosen] = useState<AlertGroup | null>(null);
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
                <DayAlerts key={group.id} group={group} onAcknowledge={setChosen} />
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

interface DayAlertsProps {
  readonly group: AlertGroup;
  readonly onAcknowledge: (group: AlertGroup) => void;
}

function DayAlerts({ group, onAcknowledge }: DayAlertsProps) {
  const words = useWords();
  const { alertTexts } = words;
  const { may, today } = useSession();
  const open = group.alerts.filter(({ status }) => status === 'OPEN');
  const comment = group.alerts.find((alert) => alert.comment !== null)?.comment;
  return (
    <li className="px-4 py-2.5 text-sm">
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">{words.formatDayRelative(group.productionDate, today)}</span>
        {open.length > 0 && may('ENTER') ? (
          <Button
            size="sm"
            aria-label={alertTexts.acknowledgeNamed(words.formatDay(group.productionDate))}
            onClick={() => {
              onAcknowledge({ ...group, alerts: open });
            }}
          >
            {alertTexts.acknowledge}
          </Button>
        ) : (
          <span className="text-xs text-ink-subtle">
            {words.alertStatusNames[open[0]?.status ?? group.alerts[0]?.status ?? 'CLEARED']}
          </span>
        )}
      </div>
      <ul className="mt-0.5">
        {group.alerts.map((alert) => (
          <li
            key={alert.id}
            className={cx(
              'flex items-center gap-2',
              alert.status === 'CLEARED' && 'line-through decoration-line-strong',
            )}
          >
            <ProductMark product={alert.product} hideName />
            <AlertChange alert={alert} />
          </li>
        ))}
      </ul>
      {comment !== undefined && <p className="mt-1 text-xs text-ink-muted">{comment}</p>}
    </li>
  );
}
