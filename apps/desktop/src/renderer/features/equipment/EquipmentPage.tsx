/** The equipment of all wells. */
import { useDebounced } from '@wellpulse/forms';
import { useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { readNow } from '../../lib/queries.ts';
import { ItemList } from './ItemList.tsx';

export function EquipmentPage() {
  const { equipmentTexts } = useWords();
  const [text, setText] = useState('');
  const [, go] = useLocation();
  const openOnlyItem = async () => {
    const { items, total } = await readNow('equipment.list', { wellId: null, text: text.trim() });
    const [item] = items;
    if (item !== undefined && total === 1) go(`/equipment/${item.id}`);
  };
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={equipmentTexts.equipment} />
      <SearchBox
        label={equipmentTexts.search}
        hint={equipmentTexts.searchHint}
        value={text}
        onValueChange={setText}
        onEnter={openOnlyItem}
      />
      <ItemList text={useDebounced(text.trim())} />
    </div>
  );
}
