'use client';

import { Button, Combobox } from '@wellpulse/ui';
import { DayRangeFilter } from '../../components/filters/DayRangeFilter.tsx';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { WellFilter } from '../../components/filters/WellFilter.tsx';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useColleagues } from '../../queries/user-queries.ts';
import type { useAuditFilters } from './audit-filters.ts';

const texts = office.audit;

type AuditFilterBarProps = Pick<ReturnType<typeof useAuditFilters>, 'filters' | 'setFilters'>;

const EVERYBODY = 'all';

export function AuditFilterBar({ filters, setFilters }: AuditFilterBarProps) {
  const { today } = useSession();
  const { data: colleagues = [] } = useColleagues();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <WellFilter
        wellId={filters.well}
        onWellChange={(well) => {
          setFilters({ well });
        }}
      />
      <div className="w-44">
        <Combobox
          aria-label={texts.who}
          searchPlaceholder={texts.name}
          value={filters.user ?? EVERYBODY}
          options={[
            { value: EVERYBODY, label: texts.everybody },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(user) => {
            setFilters({ user: user === EVERYBODY ? null : user });
          }}
        />
      </div>
      <OptionFilter
        label={texts.what}
        all={texts.allChanges}
        options={words.eventNames}
        value={filters.type}
        onValueChange={(type) => {
          setFilters({ type });
        }}
      />
      <OptionFilter
        label={texts.fromWhere}
        all={texts.fromAnywhere}
        options={words.sourceNames}
        value={filters.source}
        onValueChange={(source) => {
          setFilters({ source });
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
      {filters.record !== null && (
        <Button
          variant="ghost"
          onClick={() => {
            setFilters({ record: null });
          }}
        >
          {texts.onlyOneRecord}
        </Button>
      )}
    </div>
  );
}
