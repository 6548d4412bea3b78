'use client';

import type { EndpointAnswer, endpoints, MapEntry, MapWell } from '@wellpulse/contracts';
import { Card, EmptyState, Skeleton, WellMap } from '@wellpulse/ui';
import { MapPinOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useMapTileUrl } from '../../lib/map-tiles.ts';
import { useMapPlaces, type HomePlace } from '../../queries/dashboard-queries.ts';

const texts = office.home;

const HEIGHT = 400;

/** The wells by how they stand, and where the day's entries were made. */
export function MapCard({ day, place }: { day: string; place: HomePlace | null }) {
  const query = useMapPlaces(day, place);
  return (
    <Card title={texts.map} flush className="min-h-[28rem]">
      <Loaded query={query} loading={<Skeleton className="h-[25rem] rounded-none" />}>
        {(places) => <Places {...places} />}
      </Loaded>
    </Card>
  );
}

type PlacesProps = Readonly<EndpointAnswer<(typeof endpoints)['dashboard']['map']>>;

function Places({ items, entries }: PlacesProps) {
  const router = useRouter();
  const tileUrl = useMapTileUrl();
  const { timeZone } = useSession().tenant;
  const wells = useMemo(() => items.map(toWell), [items]);
  const pins = useMemo(() => entries.map((entry) => toPin(entry, timeZone)), [entries, timeZone]);
  if (wells.length === 0 && pins.length === 0) {
    return (
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        title={texts.noPositions}
        description={texts.noPositionsHint}
        className="my-auto"
      />
    );
  }
  return (
    <WellMap
      wells={wells}
      entries={pins}
      height={HEIGHT}
      {...(tileUrl === null ? {} : { tileUrl })}
      onSelect={(wellId) => {
        router.push(`/wells/${wellId}`);
      }}
    />
  );
}

/** Only an active well is expected to have a reading. */
const toWell = ({ openAlerts, entered, ...well }: MapWell) => ({
  ...well,
  alertCount: openAlerts,
  ...(well.status === 'ACTIVE' ? { entered } : {}),
});

const toPin = ({ subject, wellName, userName, ...entry }: MapEntry, timeZone: string) => ({
  ...entry,
  name: subject === null ? wellName : `${words.equipmentName(subject)}, ${wellName}`,
  by: `${userName ?? words.requestWords.formerUser}, ${words.formatTime(entry.location.capturedAt, timeZone)}`,
});
