'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { equipmentName } from '@wellpulse/domain';
import { Drawer } from '@wellpulse/ui';
import { HistorySteps } from '../audit/HistorySteps.tsx';
import { useItemHistory } from './equipment-queries.ts';

/** The life of an item, with what maintenance made of it. */
export function ItemHistoryDrawer({ item, onClose }: { item: EquipmentItem; onClose: () => void }) {
  const query = useItemHistory(item.id);
  return (
    <Drawer open onOpenChange={onClose} title="History" description={equipmentName(item)}>
      <HistorySteps query={query} />
    </Drawer>
  );
}
