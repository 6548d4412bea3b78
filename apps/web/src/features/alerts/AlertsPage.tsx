'use client';

import type { AlertGroup } from '@wellpulse/domain';
import { Button, Card, EmptyState, PageHeader, useWords } from '@wellpulse/ui';
import { BellOff, CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { InfiniteTable } from '../../components/InfiniteTable.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { useColleagueNames } from '../../queries/user-queries.ts';
import { Acknowledging } from './Acknowledging.tsx';
import { AcknowledgeManyDialog } from './AcknowledgeManyDialog.tsx';
import { useAlertColumns } from './alert-columns.tsx';
import { alertExport } from './alert-export.ts';
import { useAlertFilters } from './alert-filters.ts';
import { loadAllAlerts, useAlerts } from '../../queries/alert-queries.ts';
import { AlertFilterBar } from './AlertFilterBar.tsx';

/** Until the number is known, the text has the room of this many: what follows does not jump. */
const ROOM_FOR = 100;

export function AlertsPage() {
  const { controlTexts, alertTexts } = useWords();
  const { may, varianceThresholdPercent } = useSession();
  const filters = useAlertFilters();
  const nameOf = useColleagueNames();
  const alerts = useAlerts(filters.query);
  const [chosen, setChosen] = useState<Omit<AlertGroup, 'id'> | null>(null);
  const [isManyOpen, setIsManyOpen] = useState(false);
  const columns = useAlertColumns({ onlyOpen: filters.filters.status === 'OPEN', onAcknowledge: setChosen });
  const total = alerts.data?.pages[0]?.total;
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={alertTexts.alerts}
        description={
          <>
            {`${alertTexts.rule(varianceThresholdPercent)} `}
            <span className={total === undefined ? 'invisible' : undefined}>
              {`· ${alertTexts.alertCount(total ?? ROOM_FOR)}`}
            </span>
          </>
        }
        actions={
          <>
            <ExportButton
              name="alerts"
              columns={alertExport(nameOf)}
              load={() => loadAllAlerts(filters.query)}
            />
            {may('ENTER') && (
              <Button
                icon={<CheckCheck aria-hidden />}
                onClick={() => {
                  setIsManyOpen(true);
                }}
              >
                {alertTexts.acknowledgeUpToDay}
              </Button>
            )}
          </>
        }
      />
      <AlertFilterBar {...filters} />
      <Card flush>
        <InfiniteTable
          label={alertTexts.alerts}
          query={alerts}
          columns={columns}
          itemId={({ id }) => id}
          sort={filters.order.sort}
          onSortChange={filters.order.onSortChange}
          maxHeight="calc(100dvh - 15rem)"
          empty={
            <EmptyState
              icon={<BellOff aria-hidden />}
              title={
                filters.filters.status === 'OPEN' && !filters.isNarrowed
                  ? alertTexts.noneOpen
                  : alertTexts.noneMatches
              }
              description={filters.isNarrowed ? controlTexts.takeFilterAway : alertTexts.noneHint}
            />
          }
        />
      </Card>
      <Acknowledging
        group={chosen}
        onClose={() => {
          setChosen(null);
        }}
      />
      {isManyOpen && (
        <AcknowledgeManyDialog
          wellId={filters.filters.well}
          route={filters.filters.route}
          onClose={() => {
            setIsManyOpen(false);
          }}
        />
      )}
    </div>
  );
}
