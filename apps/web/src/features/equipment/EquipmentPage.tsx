'use client';

import { Button, Card, EmptyState, PageHeader } from '@wellpulse/ui';
import { Cog, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { InfiniteTable } from '../../components/InfiniteTable.tsx';
import { counted } from '../../lib/words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useEquipmentColumns } from './equipment-columns.tsx';
import { EQUIPMENT_EXPORT } from './equipment-export.ts';
import { useEquipmentFilters } from './equipment-filters.ts';
import { loadAllEquipment, useEquipment } from '../../queries/equipment-queries.ts';
import { EquipmentFilterBar } from './EquipmentFilterBar.tsx';
import { ItemFormDrawer } from './ItemFormDrawer.tsx';

export function EquipmentPage() {
  const router = useRouter();
  const { may } = useSession();
  const filters = useEquipmentFilters();
  const equipment = useEquipment(filters.query);
  const columns = useEquipmentColumns();
  const [isAdding, setIsAdding] = useState(false);
  const total = equipment.data?.pages[0]?.total;
  const addButton = may('ENTER') && (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onClick={() => {
        setIsAdding(true);
      }}
    >
      Add equipment
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Equipment"
        description={total === undefined ? 'Loading' : counted(total, 'item')}
        actions={
          <>
            <ExportButton
              name="equipment"
              columns={EQUIPMENT_EXPORT}
              load={() => loadAllEquipment(filters.query)}
            />
            {addButton}
          </>
        }
      />
      <EquipmentFilterBar {...filters} />
      <Card flush>
        <InfiniteTable
          label="Equipment"
          query={equipment}
          columns={columns}
          itemId={({ id }) => id}
          sort={filters.order.sort}
          onSortChange={filters.order.onSortChange}
          onRowClick={({ id }) => {
            router.push(`/equipment/${id}`);
          }}
          maxHeight="calc(100dvh - 15rem)"
          empty={
            <EmptyState
              icon={<Cog aria-hidden />}
              title={filters.isNarrowed ? 'No item matches' : 'No equipment yet'}
              description={
                filters.isNarrowed
                  ? 'Search for something else, or take a filter away.'
                  : 'Add pump jacks, tanks and separators to see when each is due for service.'
              }
              action={filters.isNarrowed ? undefined : addButton}
            />
          }
        />
      </Card>
      {isAdding && (
        <ItemFormDrawer
          item={null}
          wellId={filters.filters.well}
          onClose={() => {
            setIsAdding(false);
          }}
          onSaved={({ id }) => {
            router.push(`/equipment/${id}`);
          }}
        />
      )}
    </div>
  );
}
