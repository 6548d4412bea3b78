'use client';

import { EntryConflict as EntryConflictView, type EntryConflictProps } from '@wellpulse/ui';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useColleagueNames } from '../../../queries/user-queries.ts';
import { useEntryDesk } from './entry-desk.tsx';

/** At the desk of this page. */
export function EntryConflict(props: Omit<EntryConflictProps, 'desk' | 'timeZone' | 'nameOf'>) {
  const { timeZone } = useSession().tenant;
  return (
    <EntryConflictView {...props} desk={useEntryDesk()} timeZone={timeZone} nameOf={useColleagueNames()} />
  );
}
