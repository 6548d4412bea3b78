'use client';

import { usePathname } from 'next/navigation';
import { counted } from '../../lib/words.ts';
import { useOpenAlertCount } from '../alerts/alert-queries.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { isWithin, PAGES, type NavigationPage } from './navigation.ts';

export interface NavigationLink extends NavigationPage {
  readonly isCurrent: boolean;
  readonly badge: { readonly count: number; readonly label: string } | null;
}

/** The pages that the person may open. */
export function useNavigation(): NavigationLink[] {
  const pathname = usePathname();
  const { may } = useSession();
  const openAlerts = useOpenAlertCount();
  return PAGES.filter(({ access }) => may(access)).map((page) => ({
    ...page,
    isCurrent: isWithin(pathname, page.href),
    badge:
      page.href === '/alerts' && openAlerts > 0
        ? { count: openAlerts, label: counted(openAlerts, 'open alert') }
        : null,
  }));
}
