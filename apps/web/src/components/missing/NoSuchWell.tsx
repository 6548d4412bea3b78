'use client';

import { useWords } from '@wellpulse/ui';
import { SearchX } from 'lucide-react';
import { NoPage } from './NoPage.tsx';

export function NoSuchWell() {
  const { listWords, shellWords } = useWords();
  return (
    <NoPage
      heading={shellWords.notFound}
      icon={SearchX}
      title={listWords.noSuchWell}
      hint={listWords.noSuchWellHint}
      href="/wells"
      linkText={listWords.allWells}
    />
  );
}
