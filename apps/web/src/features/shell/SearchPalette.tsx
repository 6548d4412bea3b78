'use client';

/** Search over everything, from everywhere: Ctrl+K, Cmd+K, or "/" outside of a field. */
import { CommandPalette } from '@wellpulse/ui';
import { useEffect, useState, type ReactNode } from 'react';
import { words } from '../../lib/language.ts';
import { SearchContext } from './search-context.ts';
import { usePaletteGroups } from './use-palette-groups.tsx';

export function SearchPalette({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState('');
  const openSearch = () => {
    setSearch('');
    setIsOpen(true);
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      setSearch('');
      setIsOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  const { groups, isSearching } = usePaletteGroups(search, isOpen);
  return (
    <SearchContext value={{ openSearch }}>
      {children}
      <CommandPalette
        open={isOpen}
        onOpenChange={setIsOpen}
        groups={groups}
        search={search}
        onSearchChange={setSearch}
        loading={isSearching}
        placeholder={words.shellWords.searchHint}
      />
    </SearchContext>
  );
}

function isSearchKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return true;
  const isTyping =
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable]') !== null;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
}
