'use client';

import { isFoundIn } from '@wellpulse/domain';
import { Checkbox, Skeleton, useWords } from '@wellpulse/ui';
import { useId, useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { SearchField } from '../../components/filters/SearchField.tsx';
import { useColleagues } from '../../queries/user-queries.ts';

export interface OperatorPickerProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Beyond this many, finding is quicker than looking. */
const SEARCHABLE_FROM = 9;

/** Whose "My wells" the well is among. */
export function OperatorPicker({ chosen, onChange }: OperatorPickerProps) {
  const words = useWords();
  const { wellTexts } = words;
  const colleagues = useColleagues();
  const labelId = useId();
  const [search, setSearch] = useState('');
  return (
    <div role="group" aria-labelledby={labelId} className="flex flex-col gap-2">
      <span id={labelId} className="text-sm font-medium">
        {words.fieldLabel('well', 'operatorIds')}
      </span>
      <Loaded query={colleagues} loading={<Skeleton className="h-24" />}>
        {(items) => {
          const assignable = items.filter(({ id, role }) => role !== 'VIEWER' || chosen.includes(id));
          const found = assignable.filter(({ name }) => isFoundIn(name, search));
          return (
            <>
              {assignable.length >= SEARCHABLE_FROM && (
                <SearchField
                  label={wellTexts.searchPeople}
                  placeholder={words.fieldLabel('well', 'name')}
                  value={search}
                  onValueChange={setSearch}
                />
              )}
              <ul className="relative grid max-h-56 gap-2 overflow-y-auto rounded-md border border-line p-3 sm:grid-cols-2">
                {found.map(({ id, name, role }) => (
                  <li key={id}>
                    <Checkbox
                      label={name}
                      hint={words.roleNames[role]}
                      checked={chosen.includes(id)}
                      onCheckedChange={(isChosen) => {
                        onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
                      }}
                    />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
