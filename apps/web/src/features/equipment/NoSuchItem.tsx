'use client';

import { useWords } from '@wellpulse/ui';
import { SearchX } from 'lucide-react';
import { NoPage } from '../../components/missing/NoPage.tsx';

export function NoSuchItem() {
  const { equipmentTexts, shellWords } = useWords();
  return (
    <NoPage
      heading={shellWords.notFound}
      icon={SearchX}
      title={equipmentTexts.noSuchItem}
      hint={equipmentTexts.noSuchItemHint}
      href="/equipment"
      linkText={equipmentTexts.allEquipment}
    />
  );
}
