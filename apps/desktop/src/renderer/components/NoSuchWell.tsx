import { EmptyState, useWords } from '@wellpulse/ui';
import { MapPinOff } from 'lucide-react';
import { BackLink } from './BackLink.tsx';

/** In the place of a well that this laptop does not know. */
export function NoSuchWell() {
  const { fieldWords, listWords } = useWords();
  return (
    <>
      <BackLink href="/">{fieldWords.backToRoute}</BackLink>
      <EmptyState icon={<MapPinOff />} title={listWords.noSuchWell} description={fieldWords.noWellsHint} />
    </>
  );
}
