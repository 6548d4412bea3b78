'use client';

import { usePathname } from 'next/navigation';
import { words } from '../../lib/language.ts';
import { useOpenAlertCount } from '../../queries/alert-queries.ts';
import { useConflictCount } from '../../queries/conflict-queries.ts';
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
    '/conflicts': badgeOf(useConflictCount({ status: 'OPEN' }) ?? 0, words.deviceWords.openConflicts),
  };
  return PAGES.filter(({ access }) => may(access)).map((page) => ({
    ...page,
    isCurrent: isWithin(pathname, page.href),
    badge: badges[page.href] ?? null,
  }));
}

const badgeOf = (count: number, labelOf: (count: number) => string): NavigationLink['badge'] =>
  count > 0 ? { count, label: labelOf(count) } : null;
