'use client';

import type { ChosenPhoto } from '@wellpulse/forms';
import { CircleCheck, ImageOff, RotateCw, TriangleAlert, X } from 'lucide-react';
import { Button } from '../components/buttons/Button.tsx';
import { IconButton } from '../components/buttons/IconButton.tsx';
import { Progress } from '../components/display/Progress.tsx';
import { useWords } from '../lib/words-context.tsx';
import { Picture } from './Picture.tsx';

export interface ChosenPhotoRowProps {
  photo: ChosenPhoto<unknown>;
  timeZone: string;
  onRetry: () => void;
  onRemove: () => void;
}

export function ChosenPhotoRow({ photo, timeZone, onRetry, onRemove }: ChosenPhotoRowProps) {
  const { controlTexts, photoTexts } = useWords();
  const { name, previewUrl } = photo;
  return (
    <li aria-label={name} className="flex items-center gap-3 rounded-lg border border-line p-2 field:gap-5">
      <Picture
        src={previewUrl}
        alt=""
        className="size-14 shrink-0 rounded-md"
        fallback={<ImageOff aria-hidden className="size-5" />}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="truncate text-sm font-medium">{name}</span>
        <PhotoState photo={photo} />
        <Facts photo={photo} timeZone={timeZone} />
      </div>
      {photo.state === 'FAILED' && photo.mayRetry && (
        <Button size="sm" icon={<RotateCw aria-hidden />} onClick={onRetry}>
          {controlTexts.tryAgain}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
      <IconButton label={photoTexts.remove(name)} size="sm" onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}

function PhotoState({ photo }: { photo: ChosenPhoto<unknown> }) {
  const { photoTexts } = useWords();
  if (photo.state === 'STORED') {
    return (
      <span className="inline-flex items-center gap-1 text-xs text-good">
        <CircleCheck aria-hidden className="size-3.5" />
        {photoTexts.stored}
      </span>
    );
  }
  if (photo.state === 'FAILED') {
    return (
      <span role="alert" className="inline-flex gap-1 text-xs text-bad">
        <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
        {photo.message}
      </span>
    );
  }
  const share = photo.state === 'UPLOADING' ? photo.share : 0;
  const percent = Math.round(share * 100);
  return (
    <span className="flex items-center gap-2 text-xs text-ink-muted">
      <Progress label={photoTexts.sentOf(photo.name)} value={photo.state === 'PREPARING' ? null : percent} />
      <span className="num w-20 shrink-0 text-right">
        {photo.state === 'PREPARING' && photoTexts.preparing}
        {photo.state === 'QUEUED' && photoTexts.waiting}
        {photo.state === 'UPLOADING' && (percent === 100 ? photoTexts.checking : `${percent} %`)}
      </span>
    </span>
  );
}

function Facts({ photo, timeZone }: { photo: ChosenPhoto<unknown>; timeZone: string }) {
  const { formatBytes, formatFeet, formatInstant, photoTexts } = useWords();
  const { sizeBytes, takenAt, distanceFeet } = photo;
  const facts = [
    sizeBytes === null ? null : formatBytes(sizeBytes),
    takenAt === null ? null : photoTexts.takenAt(formatInstant(takenAt, timeZone)),
    distanceFeet === null ? null : photoTexts.fromTheWell(formatFeet(distanceFeet)),
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : (
    <span className="num truncate text-xs text-ink-subtle">{facts.join(' · ')}</span>
  );
}
