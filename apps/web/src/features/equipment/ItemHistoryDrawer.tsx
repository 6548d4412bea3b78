'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { Drawer } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import { HistorySteps } from '../audit/HistorySteps.tsx';
import { useItemHistory } from '../../queries/equipment-queries.ts';

/** The life of an item, with what maintenance made of it. */
export function ItemHistoryDrawer({ item, onClose }: { item: EquipmentItem; onClose: () => void }) {
  const query = useItemHistory(item.id);
  return (
    <Drawer open onOpenChange={onClose} title="History" description={words.equipmentName(item)}>
      <HistorySteps query={query} />
    </Drawer>
  );
}
