import { useWords } from '@wellpulse/ui';
import { useCallback } from 'react';
import { useMain } from './queries.ts';

/** What a person is called. This laptop knows those who signed in on it. */
export function useNameOf(): (userId: string) => string {
  const { fieldWords } = useWords();
  const people = useMain('program.start', {}).data?.people;
  return useCallback(
    (userId) => people?.find(({ id }) => id === userId)?.name ?? fieldWords.colleague,
    [people, fieldWords],
  );
}
