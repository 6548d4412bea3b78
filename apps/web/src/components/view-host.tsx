'use client';

/** Where the views of `@wellpulse/ui` point at in the dashboard, and what time it is there. */
import type { LinkTo, Moment, Place } from '@wellpulse/ui';
import { useMemo } from 'react';
import { useNow } from '../lib/use-now.ts';
import { Link } from './Link.tsx';
import { useSession } from './SessionProvider.tsx';

export const linkTo: LinkTo = ({ place, ...link }) => <Link href={addressOf(place)} {...link} />;

const addressOf = (place: Place): string =>
  place.kind === 'WELL' ? `/wells/${place.wellId}` : `/equipment/${place.equipmentId}`;

/** It moves on while the page is open. */
export function useMoment(): Moment {
  const { today, tenant } = useSession();
  const now = useNow();
  return useMemo(() => ({ now, today, timeZone: tenant.timeZone }), [now, today, tenant.timeZone]);
}
