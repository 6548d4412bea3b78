'use client';

import { useWords } from '@wellpulse/ui';
import { Compass } from 'lucide-react';
import { NoPage } from './NoPage.tsx';

export function PageNotFound() {
  const { shellWords } = useWords();
  return (
    <NoPage
      heading={shellWords.notFound}
      icon={Compass}
      title={shellWords.noSuchPage}
      hint={shellWords.noSuchPageHint}
      href="/"
      linkText={shellWords.toHome}
    />
  );
}
