/** What is overdue or due soon, the most urgent first. */
import { Card, DueList, EmptyState, Skeleton, useWords } from '@wellpulse/ui';
import { CalendarCheck } from 'lucide-react';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useMain } from '../../lib/queries.ts';
import { linkTo } from '../../lib/view-host.tsx';

export function DuePage() {
  const { maintenanceTexts } = useWords();
  const { data: items } = useMain('equipment.due', {});
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={maintenanceTexts.maintenanceDue} below={maintenanceTexts.overdueOrSoon} />
      {items === undefined ? (
        <Skeleton className="h-96" />
      ) : items.length === 0 ? (
        <EmptyState
          icon={<CalendarCheck />}
          title={maintenanceTexts.nothingDue.ALL}
          description={maintenanceTexts.dueRule}
        />
      ) : (
        <Card flush>
          <DueList items={items} label={maintenanceTexts.dueItems} linkTo={linkTo} />
        </Card>
      )}
    </div>
  );
}
