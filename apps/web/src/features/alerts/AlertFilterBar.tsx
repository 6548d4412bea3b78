'use client';

import { SegmentedControl, useWords } from '@wellpulse/ui';
import { DayRangeFilter } from '../../components/filters/DayRangeFilter.tsx';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { RouteFilter } from '../../components/filters/RouteFilter.tsx';
import { WellFilter } from '../../components/filters/WellFilter.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import type { useAlertFilters } from './alert-filters.ts';

type AlertFilterBarProps = Pick<ReturnType<typeof useAlertFilters>, 'filters' | 'setFilters'>;

export function AlertFilterBar({ filters, setFilters }: AlertFilterBarProps) {
  const words = useWords();
  const { alertTexts } = words;
  const { today } = useSession();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={words.fieldLabel('alert', 'status')}
        segments={[
          { value: 'OPEN', label: words.alertStatusNames.OPEN },
          { value: 'ACKNOWLEDGED', label: words.alertStatusNames.ACKNOWLEDGED },
          { value: 'CLEARED', label: words.alertStatusNames.CLEARED },
          { value: 'ALL', label: alertTexts.all },
        ]}
        value={filters.status}
        onValueChange={(status) => {
          setFilters({ status });
        }}
      />
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
      <OptionFilter
        label={words.fieldLabel('alert', 'product')}
        all={alertTexts.allProducts}
        options={words.productNames}
        value={filters.product}
        onValueChange={(product) => {
          setFilters({ product });
        }}
      />
      <OptionFilter
        label={words.fieldLabel('alert', 'kind')}
        all={alertTexts.allKinds}
        options={words.alertKindNames}
        value={filters.kind}
        onValueChange={(kind) => {
          setFilters({ kind });
        }}
      />
      <DayRangeFilter
        from={filters.from}
        to={filters.to}
        today={today}
        onFromChange={(from) => {
          setFilters({ from });
        }}
        onToChange={(to) => {
          setFilters({ to });
        }}
      />
    </div>
  );
}
