'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { Drawer, useWords } from '@wellpulse/ui';
import { RecordHistory } from '../audit/RecordHistory.tsx';
import { useItemHistory } from '../../queries/equipment-queries.ts';

/** The life of an item, with what maintenance made of it. */
export function ItemHistoryDrawer({ item, onClose }: { item: EquipmentItem; onClose: () => void }) {
  const words = useWords();
  const { controlTexts } = words;
  const query = useItemHistory(item.id);
  return (
    <Drawer open onOpenChange={onClose} title={controlTexts.history} description={words.equipmentName(item)}>
      <RecordHistory query={query} />
    </Drawer>
  );
}
