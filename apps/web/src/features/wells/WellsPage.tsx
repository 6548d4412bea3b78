'use client';

import { Button, Card, Checkbox, EmptyState, PageHeader } from '@wellpulse/ui';
import type { WellStatus } from '@wellpulse/contracts';
import { Droplets, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { words } from '../../lib/language.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { InfiniteTable } from '../../components/InfiniteTable.tsx';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { RouteFilter } from '../../components/filters/RouteFilter.tsx';
import { SearchField } from '../../components/filters/SearchField.tsx';
import { counted } from '../../lib/words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useWellColumns } from './well-columns.tsx';
import { WELL_EXPORT } from './well-export.ts';
import { useWellFilters } from './well-filters.ts';
import { WellFormDrawer } from './WellFormDrawer.tsx';
import { loadAllWells, useWells } from '../../queries/well-queries.ts';

const STATUS_NAMES: Record<WellStatus, string> = {
  ACTIVE: words.wellStatusNames.ACTIVE,
  SHUT_IN: words.wellStatusNames.SHUT_IN,
  INACTIVE: words.wellStatusNames.INACTIVE,
  PLUGGED: words.wellStatusNames.PLUGGED,
};

export function WellsPage() {
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
      Add well
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Wells"
        description={total === undefined ? 'Loading' : counted(total, 'well')}
        actions={
          <>
            <ExportButton name="wells" columns={WELL_EXPORT} load={() => loadAllWells(query)} />
            {addButton}
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search wells"
          placeholder="Name, API number, lease, field"
          value={filters.search}
          onValueChange={(search) => {
            setFilters({ search });
          }}
        />
        <OptionFilter
          label="Status"
          all="All statuses"
          options={STATUS_NAMES}
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
          label="My wells"
          checked={filters.mine}
          onCheckedChange={(mine) => {
            setFilters({ mine });
          }}
        />
      </div>
      <Card flush>
        <InfiniteTable
          label="Wells"
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
              title={isNarrowed ? 'No well matches' : 'No wells yet'}
              description={
                isNarrowed
                  ? 'Search for something else, or take a filter away.'
                  : 'Add the first one to record its production.'
              }
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
