'use client';

import type { MapWell } from '@wellpulse/contracts';
import { Card, EmptyState, Skeleton, WellMap } from '@wellpulse/ui';
import { MapPinOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { useMapTileUrl } from '../shell/map-tiles.ts';
import { useMapWells } from './dashboard-queries.ts';

const HEIGHT = 400;

export function MapCard({ day, route }: { day: string; route: string | null }) {
  const query = useMapWells(day);
  return (
    <Card title="Map" flush className="min-h-[28rem]">
      <Loaded query={query} loading={<Skeleton className="h-[25rem] rounded-none" />}>
        {(wells) => <Wells wells={wells} route={route} />}
      </Loaded>
    </Card>
  );
}

function Wells({ wells, route }: { wells: readonly MapWell[]; route: string | null }) {
  const router = useRouter();
  const tileUrl = useMapTileUrl();
  const shown = useMemo(
    () => wells.filter((well) => route === null || well.route === route).map(toMarker),
    [wells, route],
  );
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        title="No well has a position here"
        description="A well appears on the map once its latitude and longitude are known."
        className="my-auto"
      />
    );
  }
  return (
    <WellMap
      wells={shown}
      height={HEIGHT}
      {...(tileUrl === null ? {} : { tileUrl })}
      onSelect={(wellId) => {
        router.push(`/wells/${wellId}`);
      }}
    />
  );
}

/** Only an active well is expected to have a reading. */
const toMarker = ({ openAlerts, entered, ...well }: MapWell) => ({
  ...well,
  alertCount: openAlerts,
  ...(well.status === 'ACTIVE' ? { entered } : {}),
});
