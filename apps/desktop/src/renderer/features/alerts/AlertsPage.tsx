/** Open alerts, as the office raised them. */
import { groupAlerts } from '@wellpulse/domain';
import { AlertGroupRow, EmptyState, Skeleton, useWords } from '@wellpulse/ui';
import { BellOff } from 'lucide-react';
import { Notice } from '../../components/Notice.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { linkTo } from '../../lib/view-host.tsx';

export function AlertsPage() {
  const { alertTexts, fieldWords } = useWords();
  const today = useToday();
  const { varianceThresholdPercent } = useSession().company;
  const { data: alerts } = useMain('alerts.open', {});
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={alertTexts.alerts} below={alertTexts.rule(varianceThresholdPercent)} />
      {alerts === undefined ? (
        <Skeleton className="h-96" />
      ) : alerts.length === 0 ? (
        <EmptyState icon={<BellOff />} title={alertTexts.noneOpen} description={alertTexts.noneHint} />
      ) : (
        <>
          <Notice tone="accent">{fieldWords.alertsOnDashboard}</Notice>
          <ul
            aria-label={alertTexts.alerts}
            className="divide-y divide-line rounded-xl border border-line bg-surface"
          >
            {groupAlerts(alerts).map((group) => (
              <AlertGroupRow key={group.id} group={group} moment={{ today }} linkTo={linkTo} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
