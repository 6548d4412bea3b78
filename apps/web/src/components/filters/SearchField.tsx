'use client';

import { IconButton, Input, useWords } from '@wellpulse/ui';
import { Search, X } from 'lucide-react';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onValueChange: (text: string) => void;
  readonly className?: string;
}

export function SearchField({ label, placeholder, value, onValueChange, className }: SearchFieldProps) {
  const { listWords } = useWords();
  return (
    <div role="search" className={className ?? 'w-full sm:w-72'}>
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        maxLength={100}
        leading={<Search aria-hidden />}
        trailing={
          value !== '' && (
            <IconButton
              label={listWords.clearSearch}
              size="sm"
              tooltip={false}
              className="-mr-2"
              onClick={() => {
                onValueChange('');
              }}
            >
              <X aria-hidden />
            </IconButton>
          )
        }
        onChange={(event) => {
          onValueChange(event.target.value);
        }}
      />
    </div>
  );
}
