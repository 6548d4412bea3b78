'use client';

/** Search over wells, equipment and pages, from everywhere: Ctrl+K, Cmd+K, or "/" outside of a field. */
import { equipmentName } from '@wellpulse/domain';
import { CommandPalette, EQUIPMENT_STATUS_LOOKS, STATUS_LOOKS, type PaletteGroup } from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { useDebounced } from '../../lib/use-debounced.ts';
import { useEquipmentSearch } from '../equipment/equipment-queries.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useWellSearch } from '../wells/well-queries.ts';
import { PAGES } from './navigation.ts';
import { SearchContext } from './search-context.ts';

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
        placeholder="Search wells, equipment and pages"
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

function usePaletteGroups(search: string, isOpen: boolean): { groups: PaletteGroup[]; isSearching: boolean } {
  const router = useRouter();
  const { may } = useSession();
  const settled = useDebounced(search.trim());
  const wells = useWellSearch(settled, isOpen);
  // Without a text it would only list whatever comes first.
  const equipment = useEquipmentSearch(settled, isOpen && settled !== '');
  const go = (href: string) => () => {
    router.push(href);
  };
  return {
    isSearching: wells.isFetching || equipment.isFetching || settled !== search.trim(),
    groups: [
      {
        heading: 'Pages',
        items: PAGES.filter(({ access }) => may(access)).map(({ href, label, icon: Icon, keywords }) => ({
          id: href,
          label,
          keywords,
          icon: <Icon aria-hidden />,
          onSelect: go(href),
        })),
      },
      {
        heading: 'Wells',
        alreadyMatched: true,
        items: (wells.data ?? []).map(({ id, name, apiNumber, route, status }) => {
          const Icon = STATUS_LOOKS[status].icon;
          return {
            id,
            label: name,
            hint: [route, apiNumber].filter(Boolean).join(' · '),
            icon: <Icon aria-hidden />,
            onSelect: go(`/wells/${id}`),
          };
        }),
      },
      {
        heading: 'Equipment',
        alreadyMatched: true,
        items: (settled === '' ? [] : (equipment.data?.items ?? [])).map((item) => {
          const Icon = EQUIPMENT_STATUS_LOOKS[item.status].icon;
          return {
            id: item.id,
            label: equipmentName(item),
            hint: [item.assetTag, item.wellName].filter(Boolean).join(' · '),
            icon: <Icon aria-hidden />,
            onSelect: go(`/equipment/${item.id}`),
          };
        }),
      },
    ],
  };
}
