import { EmptyState, useWords } from '@wellpulse/ui';
import { MapPinOff } from 'lucide-react';
import { PageTitle } from './PageTitle.tsx';

/** In the place of a well that this laptop does not know. */
export function NoSuchWell() {
  const { fieldWords, listWords } = useWords();
  return (
    <>
      <PageTitle title={listWords.noSuchWell} back={{ href: '/', label: fieldWords.backToRoute }} />
      <EmptyState icon={<MapPinOff />} title={listWords.noSuchWell} description={listWords.noSuchWellHint} />
    </>
  );
}
