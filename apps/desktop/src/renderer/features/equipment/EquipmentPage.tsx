/** The equipment of all wells. */
import { useDebounced } from '@wellpulse/forms';
import { useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { ItemList } from './ItemList.tsx';

export function EquipmentPage() {
  const { equipmentTexts } = useWords();
  const [text, setText] = useState('');
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={equipmentTexts.equipment} />
      <SearchBox
        label={equipmentTexts.search}
        hint={equipmentTexts.searchHint}
        value={text}
        onValueChange={setText}
      />
      <ItemList text={useDebounced(text.trim())} />
    </div>
  );
}
