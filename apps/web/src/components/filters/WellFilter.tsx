'use client';

import { useDebounced } from '@wellpulse/forms';
import { Combobox, useWords } from '@wellpulse/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWellSearch, wellQuery } from '../../queries/well-queries.ts';

export interface WellFilterProps {
  /** Null for all wells. */
  readonly wellId: string | null;
  readonly onWellChange: (wellId: string | null) => void;
}

const ALL = 'all';

/** One of possibly thousands of wells, found by typing. */
export function WellFilter({ wellId, onWellChange }: WellFilterProps) {
  const { listWords } = useWords();
  const [search, setSearch] = useState('');
  const found = useWellSearch(useDebounced(search.trim()), true);
  const chosen = useQuery({ ...wellQuery(wellId ?? ''), enabled: wellId !== null });
  const wells = (found.data ?? []).filter(({ id }) => id !== wellId);
  return (
    <div className="w-52">
      <Combobox
        aria-label={listWords.well}
        searchPlaceholder={listWords.wellSearch}
        value={wellId ?? ALL}
        onSearchChange={setSearch}
        loading={found.isFetching}
        options={[
          { value: ALL, label: listWords.allWells },
          ...(wellId === null ? [] : [{ value: wellId, label: chosen.data?.name ?? listWords.well }]),
          ...wells.map(({ id, name, apiNumber }) => ({ value: id, label: name, hint: apiNumber })),
        ]}
        onValueChange={(value) => {
          onWellChange(value === ALL ? null : value);
        }}
      />
    </div>
  );
}
