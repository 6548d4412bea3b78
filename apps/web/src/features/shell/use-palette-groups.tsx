'use client';

/** What the search finds. Wells and equipment the server searches; of the rest there is little, and it is here already. */
import { useDebounced } from '@wellpulse/forms';
import {
  EQUIPMENT_STATUS_APPEARANCE,
  WELL_STATUS_APPEARANCE,
  type PaletteGroup,
  type PaletteItem,
} from '@wellpulse/ui';
import { BellRing, GitCompareArrows, Smartphone, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { words } from '../../lib/language.ts';
import { useSomeConflicts } from '../../queries/conflict-queries.ts';
import { useEquipmentSearch } from '../../queries/equipment-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useDeviceSummary } from '../../queries/device-queries.ts';
import { useColleagues } from '../../queries/user-queries.ts';
import { useWellSearch } from '../../queries/well-queries.ts';
import { PAGES } from './navigation.ts';

const { shellWords } = words;

/** As many open conflicts as anybody would look for by name. */
const CONFLICTS = '50';

export function usePaletteGroups(
  search: string,
  isOpen: boolean,
): { groups: PaletteGroup[]; isSearching: boolean } {
  const router = useRouter();
  const settled = useDebounced(search.trim());
  // Without a text they would only list whatever comes first.
  const isAsked = isOpen && settled !== '';
  const wells = useWellSearch(settled, isOpen);
  const equipment = useEquipmentSearch(settled, isAsked);
  const conflicts = useSomeConflicts({ status: 'OPEN' }, CONFLICTS, isAsked);
  const people = usePeople();
  const { data: devices = [] } = useDeviceSummary();
  const go = (href: string) => () => {
    router.push(href);
  };
  const found: PaletteGroup[] = [
    {
      heading: shellWords.pageNames.equipment,
      alreadyMatched: true,
      items: (equipment.data?.items ?? []).map((item) => {
        const Icon = EQUIPMENT_STATUS_APPEARANCE[item.status].icon;
        return {
          id: item.id,
          label: words.equipmentName(item),
          hint: [item.assetTag, item.wellName].filter(Boolean).join(' · '),
          icon: <Icon aria-hidden />,
          onSelect: go(`/equipment/${item.id}`),
        };
      }),
    },
    {
      heading: shellWords.found.openAlerts,
      alreadyMatched: true,
      items: (wells.data ?? [])
        .filter(({ openAlerts }) => openAlerts > 0)
        .map(({ id, name, openAlerts }) => ({
          id: `alerts ${id}`,
          label: name,
          hint: shellWords.openAlerts(openAlerts),
          icon: <BellRing aria-hidden />,
          onSelect: go(`/alerts?well=${id}`),
        })),
    },
    {
      heading: shellWords.found.openConflicts,
      items: (conflicts.data?.items ?? []).map((conflict) => ({
        id: conflict.id,
        label: words.conflictTitle(conflict),
        hint: bothNames(conflict.existing.userName, conflict.incoming.userName),
        icon: <GitCompareArrows aria-hidden />,
        onSelect: go(`/conflicts?record=${conflict.recordId}`),
      })),
    },
    {
      heading: shellWords.found.people,
      items: people.map(({ href, ...item }) => ({ ...item, onSelect: go(href) })),
    },
    {
      heading: shellWords.found.devices,
      items: devices.map(({ id, name, platform, userName }) => ({
        id,
        label: name,
        hint: [words.platformNames[platform], userName].filter(Boolean).join(' · '),
        icon: <Smartphone aria-hidden />,
        onSelect: go(`/sync?device=${id}`),
      })),
    },
  ];
  return {
    isSearching:
      wells.isFetching || equipment.isFetching || conflicts.isFetching || settled !== search.trim(),
    groups: [
      usePages(go),
      {
        heading: shellWords.pageNames.wells,
        alreadyMatched: true,
        items: (wells.data ?? []).map(({ id, name, apiNumber, route, status }) => {
          const Icon = WELL_STATUS_APPEARANCE[status].icon;
          return {
            id,
            label: name,
            hint: [route, apiNumber].filter(Boolean).join(' · '),
            icon: <Icon aria-hidden />,
            onSelect: go(`/wells/${id}`),
          };
        }),
      },
      ...(settled === '' ? [] : found),
    ],
  };
}

const bothNames = (one: string | null, other: string | null): string =>
  one === null || other === null ? (one ?? other ?? '') : shellWords.twoPeople(one, other);

function usePages(go: (href: string) => () => void): PaletteGroup {
  const { may } = useSession();
  return {
    heading: shellWords.pages,
    items: PAGES.filter(({ access }) => may(access)).map(({ href, label, icon: Icon, keywords }) => ({
      id: href,
      label,
      keywords,
      icon: <Icon aria-hidden />,
      onSelect: go(href),
    })),
  };
}

/** An administrator looks for an account, a manager for what somebody did; for others there is nowhere to go. */
function usePeople(): (Omit<PaletteItem, 'onSelect'> & { href: string })[] {
  const { may } = useSession();
  const { data = [] } = useColleagues();
  if (!may('MANAGE')) return [];
  return data.map(({ id, name, role }) => ({
    id: `person ${id}`,
    label: name,
    hint: words.roleNames[role],
    icon: <UserRound aria-hidden />,
    href: may('ADMINISTER') ? `/users?search=${encodeURIComponent(name)}` : `/audit?user=${id}`,
  }));
}
