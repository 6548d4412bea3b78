'use client';

import { Button, Card, Checkbox, EmptyState, PageHeader, useWords } from '@wellpulse/ui';
import { Droplets, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { InfiniteTable } from '../../components/InfiniteTable.tsx';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { RouteFilter } from '../../components/filters/RouteFilter.tsx';
import { SearchField } from '../../components/filters/SearchField.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { useWellColumns } from './well-columns.tsx';
import { WELL_EXPORT } from './well-export.ts';
import { useWellFilters } from './well-filters.ts';
import { WellFormDrawer } from './WellFormDrawer.tsx';
import { loadAllWells, useWells } from '../../queries/well-queries.ts';

export function WellsPage() {
  const { controlTexts, fieldLabel, wellStatusNames, wellTexts } = useWords();
  const router = useRouter();
  const { may } = useSession();
  const { filters, setFilters, order, query, isNarrowed } = useWellFilters();
  const wells = useWells(query);
  const columns = useWellColumns();
  const [isAdding, setIsAdding] = useState(false);
  const total = wells.data?.pages[0]?.total;
  const addButton = may('MANAGE') && (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onClick={() => {
        setIsAdding(true);
      }}
    >
      {wellTexts.addWell}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={wellTexts.wells}
        description={total === undefined ? controlTexts.loading : wellTexts.wellCount(total)}
        actions={
          <>
            <ExportButton name="wells" columns={WELL_EXPORT} load={() => loadAllWells(query)} />
            {addButton}
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={wellTexts.search}
          placeholder={wellTexts.searchHint}
          value={filters.search}
          onValueChange={(search) => {
            setFilters({ search });
          }}
        />
        <OptionFilter
          label={fieldLabel('well', 'status')}
          all={wellTexts.allStatuses}
          options={wellStatusNames}
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
        <Checkbox
          label={wellTexts.myWells}
          checked={filters.mine}
          onCheckedChange={(mine) => {
            setFilters({ mine });
          }}
        />
      </div>
      <Card flush>
        <InfiniteTable
          label={wellTexts.wells}
          query={wells}
          columns={columns}
          itemId={({ id }) => id}
          sort={order.sort}
          onSortChange={order.onSortChange}
          onRowClick={({ id }) => {
            router.push(`/wells/${id}`);
          }}
          maxHeight="calc(100dvh - 15rem)"
          empty={
            <EmptyState
              icon={<Droplets aria-hidden />}
              title={isNarrowed ? wellTexts.noneMatches : wellTexts.none}
              description={isNarrowed ? controlTexts.searchOtherwise : wellTexts.noneHint}
              action={isNarrowed ? undefined : addButton}
            />
          }
        />
      </Card>
      {isAdding && (
        <WellFormDrawer
          well={null}
          onClose={() => {
            setIsAdding(false);
          }}
          onSaved={({ id }) => {
            router.push(`/wells/${id}`);
          }}
        />
      )}
    </div>
  );
}
