import { useDebounced } from '@wellpulse/forms';
import { useWords, type WellChoices } from '@wellpulse/ui';
import { useState } from 'react';
import { useMain } from '../../lib/queries.ts';

/** The wells to choose from in a form: those that match what is typed, and the one that is chosen. */
export function useWellChoices(wellId: string | null): WellChoices {
  const { fieldLabel } = useWords();
  const [search, setSearch] = useState('');
  const found = useMain('wells.search', { text: useDebounced(search.trim()) });
  const chosen = useMain('wells.get', wellId === null ? null : { wellId }).data;
  const wells = (found.data ?? []).filter(({ id, status }) => id !== wellId && status !== 'PLUGGED');
  return {
    loading: found.isFetching,
    onSearchChange: setSearch,
    options: [
      ...(wellId === null
        ? []
        : [{ value: wellId, label: chosen?.name ?? fieldLabel('equipment', 'wellId') }]),
      ...wells.map(({ id, name, apiNumber }) => ({ value: id, label: name, hint: apiNumber })),
    ],
  };
}
