'use client';

import { useDebounced } from '@wellpulse/forms';
import { useWords, type WellChoices } from '@wellpulse/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWellSearch, wellQuery } from '../../queries/well-queries.ts';

/** The wells to choose from in a form: those that match what is typed, and the one that is chosen. */
export function useWellChoices(wellId: string | null): WellChoices {
  const { fieldLabel } = useWords();
  const [search, setSearch] = useState('');
  const found = useWellSearch(useDebounced(search.trim()), true);
  const chosen = useQuery({ ...wellQuery(wellId ?? ''), enabled: wellId !== null });
  const wells = (found.data ?? []).filter(({ id, status }) => id !== wellId && status !== 'PLUGGED');
  return {
    loading: found.isFetching,
    onSearchChange: setSearch,
    options: [
      ...(wellId === null
        ? []
        : [{ value: wellId, label: chosen.data?.name ?? fieldLabel('equipment', 'wellId') }]),
      ...wells.map(({ id, name, apiNumber }) => ({ value: id, label: name, hint: apiNumber })),
    ],
  };
}
