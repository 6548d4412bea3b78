'use client';

/** What is due, what was done, and what it cost. */
import { endpoints } from '@wellpulse/contracts';
import { buttonClass, PageHeader, useWords } from '@wellpulse/ui';
import { CalendarDays } from 'lucide-react';
import { RouteFilter } from '../../components/filters/RouteFilter.tsx';
import { WellFilter } from '../../components/filters/WellFilter.tsx';
import { addressOf } from '../../lib/api.ts';
import { CostsCard } from './CostsCard.tsx';
import { DueCard } from './DueCard.tsx';
import { useDueFilters } from './due-filters.ts';
import { RecentMaintenanceCard } from './RecentMaintenanceCard.tsx';

export function MaintenancePage() {
  const { maintenanceTexts } = useWords();
  const due = useDueFilters();
  const { filters, setFilters } = due;
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={maintenanceTexts.maintenance}
        description={maintenanceTexts.summary}
        actions={
          <a
            href={addressOf(endpoints.maintenance.calendar, { query: due.place })}
            download="maintenance.ics"
            className={buttonClass()}
          >
            <CalendarDays aria-hidden className="size-4" />
            {maintenanceTexts.calendar}
          </a>
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <RouteFilter
          route={filters.route}
          onRouteChange={(route) => {
            setFilters({ route });
          }}
        />
        <WellFilter
          wellId={filters.well}
          onWellChange={(well) => {
            setFilters({ well });
          }}
        />
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <DueCard due={due} />
          <CostsCard wellId={filters.well} />
        </div>
        <RecentMaintenanceCard wellId={filters.well} />
      </div>
    </div>
  );
}
