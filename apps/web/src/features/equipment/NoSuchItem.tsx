'use client';

import { buttonClass, EmptyState, useWords } from '@wellpulse/ui';
import { SearchX } from 'lucide-react';
import { Link } from '../../components/Link.tsx';

export const NoSuchItem = () => {
  const { equipmentTexts } = useWords();
  return (
    <>
      <h1 className="sr-only">{equipmentTexts.notFound}</h1>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={equipmentTexts.noSuchItem}
        description={equipmentTexts.noSuchItemHint}
        action={
          <Link href="/equipment" className={buttonClass()}>
            {equipmentTexts.allEquipment}
          </Link>
        }
        className="py-24"
      />
    </>
  );
};
