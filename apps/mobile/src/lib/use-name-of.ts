import { useWords } from '@wellpulse/forms';
import { useCallback } from 'react';
import { useRead } from './reads.ts';

/** What a person is called. This phone knows those who signed in on it. */
export function useNameOf(): (userId: string) => string {
  const { fieldWords } = useWords();
  const people = useRead(['people'], ({ sessions }) => sessions.people());
  return useCallback(
    (userId) => people?.find(({ id }) => id === userId)?.name ?? fieldWords.colleague,
    [people, fieldWords],
  );
}
