import { Input } from '@wellpulse/ui';
import { Search } from 'lucide-react';

export interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValueChange: (text: string) => void;
  /** Something is typed, and Enter: where one thing matches, it opens. */
  readonly onEnter: () => Promise<void>;
}

/** Where a person types what they look for. */
export const SearchBox = ({ label, hint, value, onValueChange, onEnter }: SearchBoxProps) => (
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
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing && value.trim() !== '') void onEnter();
    }}
  />
);
