'use client';

import type { Photo } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { Download } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { buttonClass } from '../components/buttons/button-styles.ts';
import { useWords } from '../lib/words-context.tsx';
import { PhotoMap } from '../map/PhotoMap.tsx';
import type { MapWell } from '../map/markers/well-shape.ts';

export interface PhotoFactsPanelProps {
  photo: Photo;
  well: MapWell | null;
  timeZone: string;
  tileUrl?: string | undefined;
}

const MAP_HEIGHT = 200;

/** Who took it, when, how large it is, and where. */
export function PhotoFactsPanel({ photo, well, timeZone, tileUrl }: PhotoFactsPanelProps) {
  const words = useWords();
  const { formatBytes, formatCount, formatInstant } = words;
  const { takenAt, createdAt, location, width, height, sizeBytes, url } = photo;
  // The map begins anew with every other list of wells.
  const wells = useMemo(() => (well === null ? [] : [well]), [well]);
  return (
    <>
      <dl className="mt-2 flex flex-col gap-2 text-sm">
        <Fact name="By">{photo.createdByName ?? 'A former user'}</Fact>
        <Fact name="Taken">{takenAt === null ? 'Not known' : formatInstant(takenAt, timeZone)}</Fact>
        <Fact name="Added">{formatInstant(createdAt, timeZone)}</Fact>
        <Fact name="Size">
          {formatBytes(sizeBytes)}
          {width !== null && height !== null && `, ${formatCount(width)} × ${formatCount(height)} pixels`}
        </Fact>
        <Fact name="Place">{placeWords(words, location, well)}</Fact>
      </dl>
      {location !== null && (
        <PhotoMap
          photo={location}
          wells={wells}
          height={MAP_HEIGHT}
          className="mt-3 overflow-hidden rounded-lg border border-line"
          {...(tileUrl === undefined ? {} : { tileUrl })}
        />
      )}
      {url !== null && (
        <a href={url} target="_blank" rel="noreferrer" className={`${buttonClass()} mt-4`}>
          <Download aria-hidden className="size-4" />
          Open the file
        </a>
      )}
    </>
  );
}

function placeWords(words: Words, location: Photo['location'], well: MapWell | null): string {
  if (location === null) return 'Not known';
  const { distanceFeet, latitude, longitude } = location;
  if (distanceFeet === null) return `${String(latitude)}, ${String(longitude)}`;
  return `${words.formatFeet(distanceFeet)} from ${well?.name ?? 'the well'}`;
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[4rem_minmax(0,1fr)] gap-2">
    <dt className="text-ink-subtle">{name}</dt>
    <dd className="num">{children}</dd>
  </div>
);
