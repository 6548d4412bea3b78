'use client';

import type { SheetHost } from '@wellpulse/ui';
import { useMemo } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { linkTo } from '../../components/view-host.tsx';
import { useColleagueNames } from '../../queries/user-queries.ts';
import { useEntryDesk } from '../production/entry/entry-desk.tsx';

/** What the dashboard gives a day sheet: the desk of the page, and where and when it is shown. */
export function useSheetHost(): SheetHost {
  const desk = useEntryDesk();
  const nameOf = useColleagueNames();
  const { today, tenant, varianceThresholdPercent } = useSession();
  const { timeZone } = tenant;
  return useMemo(
    () => ({ desk, nameOf, linkTo, moment: { today, timeZone }, varianceThresholdPercent }),
    [desk, nameOf, today, timeZone, varianceThresholdPercent],
  );
}
