'use client';

import { usePathname } from 'next/navigation';
import { words } from '../../lib/language.ts';
import { useOpenAlertCount } from '../../queries/alert-queries.ts';
import { useConflictCount, useConflictNews } from '../../queries/conflict-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useUnsaved } from '../production/entry/entry-desk.tsx';
import { isWithin, PAGES, type NavigationPage } from './navigation.ts';

export interface NavigationLink extends NavigationPage {
  readonly isCurrent: boolean;
  readonly badge: { readonly count: number; readonly label: string } | null;
}

/** The pages that the person may open. */
export function useNavigation(): NavigationLink[] {
  const pathname = usePathname();
  const { may } = useSession();
  const badges: Readonly<Record<string, NavigationLink['badge']>> = {
    '/enter': badgeOf(useUnsaved().length, words.daySheetTexts.notSaved),
    '/alerts': badgeOf(useOpenAlertCount(), words.shellWords.openAlerts),
    '/conflicts': conflictBadge(useConflictCount({ status: 'OPEN' }) ?? 0, useConflictNews()?.settled ?? 0),
  };
  return PAGES.filter(({ access }) => may(access)).map((page) => ({
    ...page,
    isCurrent: isWithin(pathname, page.href),
    badge: badges[page.href] ?? null,
  }));
}

/** Those that wait for a person, and those that were settled without one. */
function conflictBadge(open: number, settled: number): NavigationLink['badge'] {
  const said = [
    ...(open > 0 ? [words.deviceWords.openConflicts(open)] : []),
    ...(settled > 0 ? [words.conflictsSettledSince(settled)] : []),
  ];
  return badgeOf(open + settled, () => said.join(', '));
}

const badgeOf = (count: number, labelOf: (count: number) => string): NavigationLink['badge'] =>
  count > 0 ? { count, label: labelOf(count) } : null;
