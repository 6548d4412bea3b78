'use client';

import { Button, Card, EmptyState, PageHeader, useWords } from '@wellpulse/ui';
import { Cog, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { InfiniteTable } from '../../components/InfiniteTable.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { useEquipmentColumns } from './equipment-columns.tsx';
import { EQUIPMENT_EXPORT } from './equipment-export.ts';
import { useEquipmentFilters } from './equipment-filters.ts';
import { loadAllEquipment, useEquipment } from '../../queries/equipment-queries.ts';
import { EquipmentFilterBar } from './EquipmentFilterBar.tsx';
import { ItemFormDrawer } from './ItemFormDrawer.tsx';

export function EquipmentPage() {
  const { controlTexts, equipmentTexts } = useWords();
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
      {equipmentTexts.addEquipment}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={equipmentTexts.equipment}
        description={total === undefined ? controlTexts.loading : equipmentTexts.items(total)}
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
          label={equipmentTexts.equipment}
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
              title={filters.isNarrowed ? equipmentTexts.noneMatches : equipmentTexts.none}
              description={filters.isNarrowed ? controlTexts.searchOtherwise : equipmentTexts.noneHint}
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
