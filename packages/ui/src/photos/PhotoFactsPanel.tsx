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
  const { photoTexts, formatBytes, formatCount, formatInstant } = words;
  const { takenAt, createdAt, location, width, height, sizeBytes, url } = photo;
  // The map begins anew with every other list of wells.
  const wells = useMemo(() => (well === null ? [] : [well]), [well]);
  return (
    <>
      <dl className="mt-2 flex flex-col gap-2 text-sm">
        <DescriptionItem name={photoTexts.by}>
          {photo.createdByName ?? words.requestWords.formerUser}
        </DescriptionItem>
        <DescriptionItem name={photoTexts.taken}>
          {takenAt === null ? photoTexts.notKnown : formatInstant(takenAt, timeZone)}
        </DescriptionItem>
        <DescriptionItem name={photoTexts.added}>{formatInstant(createdAt, timeZone)}</DescriptionItem>
        <DescriptionItem name={photoTexts.size}>
          {formatBytes(sizeBytes)}
          {width !== null &&
            height !== null &&
            `, ${photoTexts.pixels(formatCount(width), formatCount(height))}`}
        </DescriptionItem>
        <DescriptionItem name={photoTexts.where}>{placeWords(words, location, well)}</DescriptionItem>
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
          {photoTexts.openFile}
        </a>
      )}
    </>
  );
}

function placeWords(words: Words, location: Photo['location'], well: MapWell | null): string {
  const { photoTexts } = words;
  if (location === null) return photoTexts.notKnown;
  const { distanceFeet, latitude, longitude } = location;
  if (distanceFeet === null) return `${String(latitude)}, ${String(longitude)}`;
  const distance = words.formatFeet(distanceFeet);
  return well === null ? photoTexts.fromTheWell(distance) : photoTexts.fromWell(distance, well.name);
}

const DescriptionItem = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[4rem_minmax(0,1fr)] gap-2">
    <dt className="text-ink-subtle">{name}</dt>
    <dd className="num">{children}</dd>
  </div>
);
