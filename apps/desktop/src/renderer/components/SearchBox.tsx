import { Input } from '@wellpulse/ui';
import { Search } from 'lucide-react';

export interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValueChange: (text: string) => void;
}

/** Where a person types what they look for. */
export const SearchBox = ({ label, hint, value, onValueChange }: SearchBoxProps) => (
  <Input
    type="search"
    aria-label={label}
    placeholder={`${label}: ${hint}`}
    leading={<Search aria-hidden />}
    autoComplete="off"
    spellCheck={false}
    value={value}
    onChange={(event) => {
      onValueChange(event.target.value);
    }}
  />
);
