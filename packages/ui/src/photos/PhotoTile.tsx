'use client';

import type { Photo, PhotoState } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { CloudOff, Hourglass, ImageOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { useWords } from '../lib/words-context.tsx';
import { Picture } from './Picture.tsx';

export interface PhotoTileProps {
  photo: Photo;
  timeZone: string;
  onOpen: () => void;
  onBroken?: (() => void) | undefined;
  size?: 'sm' | 'md';
}

const sizes = { sm: 'size-16', md: 'size-24' };

/**
 * One photo of a strip: its thumbnail, or in words why there is none yet or no more.
 *
 * @example
 * <PhotoTile photo={photo} timeZone={timeZone} onOpen={open} />
 */
export function PhotoTile({ photo, timeZone, onOpen, onBroken, size = 'md' }: PhotoTileProps) {
  const words = useWords();
  const { photoTexts } = words;
  const { state, thumbnailUrl, url } = photo;
  return (
    <button
      type="button"
      onClick={onOpen}
      title={state === 'STORED' ? undefined : absence(words, photo)}
      className={cx(
        'group relative shrink-0 overflow-hidden rounded-lg border bg-sunken focus-ring',
        state === 'STORED' ? 'border-line' : 'border-dashed border-line-control',
        sizes[size],
      )}
    >
      <span className="sr-only">{photoSentence(words, photo, timeZone)}</span>
      {state === 'STORED' ? (
        <Picture
          src={thumbnailUrl ?? url}
          alt=""
          fallback={<Absent icon={<ImageOff aria-hidden />} word={photoTexts.noPreview} />}
          onBroken={onBroken}
          className="size-full transition-opacity group-hover:opacity-90"
        />
      ) : (
        <Absent icon={ICONS[state]} word={state === 'WAITING' ? photoTexts.waiting : photoTexts.missing} />
      )}
    </button>
  );
}

const ICONS: Record<Exclude<PhotoState, 'STORED'>, ReactNode> = {
  WAITING: <Hourglass aria-hidden />,
  MISSING: <CloudOff aria-hidden />,
};

function Absent({ icon, word }: { icon: ReactNode; word: string }) {
  return (
    <span
      aria-hidden
      className="flex size-full flex-col items-center justify-center gap-1 text-2xs font-medium text-ink-muted [&>svg]:size-5"
    >
      {icon}
      {word}
    </span>
  );
}

/** Why there is nothing to see: "Waiting for the photo from Jo Ortiz, on Truck 7". */
export function absence({ photoTexts }: Words, { state, createdByName, deviceName }: Photo): string {
  if (state === 'MISSING') return photoTexts.missingFromStorage;
  return photoTexts.waitingFor(createdByName ?? photoTexts.formerUser, deviceName);
}

/** What a tile shows, in words. */
function photoSentence(words: Words, photo: Photo, timeZone: string): string {
  if (photo.state !== 'STORED') return absence(words, photo);
  const when = words.formatInstant(photo.takenAt ?? photo.createdAt, timeZone);
  const { photoTexts } = words;
  return photoTexts.photoBy(photo.createdByName ?? photoTexts.formerUser, when);
}
