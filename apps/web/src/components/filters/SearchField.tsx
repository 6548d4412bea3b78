'use client';

import { IconButton, Input, useWords } from '@wellpulse/ui';
import { Search, X } from 'lucide-react';
import { useKeptText } from './use-kept-text.ts';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** As the address has it. */
  readonly value: string;
  readonly onValueChange: (text: string) => void;
  readonly className?: string;
}

export function SearchField({ label, placeholder, value, onValueChange, className }: SearchFieldProps) {
  const { listWords } = useWords();
  const text = useKeptText(value, onValueChange);
  return (
    <div role="search" className={className ?? 'w-full sm:w-72'}>
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={text.value}
        maxLength={100}
        leading={<Search aria-hidden />}
        trailing={
          text.value !== '' && (
            <IconButton
              label={listWords.clearSearch}
              size="sm"
              tooltip={false}
              className="-mr-2"
              onClick={() => {
                text.onValueChange('');
              }}
            >
              <X aria-hidden />
            </IconButton>
          )
        }
        onChange={(event) => {
          text.onValueChange(event.target.value);
        }}
        onBlur={text.onBlur}
      />
    </div>
  );
}
