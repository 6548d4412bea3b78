'use client';

import type { ChosenPhoto } from '@wellpulse/forms';
import { Camera, ImagePlus } from 'lucide-react';
import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { ChosenPhotoRow } from './ChosenPhotoRow.tsx';
import { useWords } from '../lib/words-context.tsx';

/** What choosing photos needs: those that are chosen, and what to do with further ones. */
export interface PhotoPickerProps {
  photos: readonly ChosenPhoto<unknown>[];
  /** As many as a form takes. */
  max: number;
  onAdd: (files: readonly File[]) => void;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
  /** In the tenant's zone. */
  timeZone: string;
  /** Another way to add one, such as a button that opens the camera. */
  extra?: ReactNode;
}

/** What file pickers offer; what a file really is, is found out when it was chosen. On a phone it offers the camera. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic';

/** Photos from files, from the camera, or dropped here. */
export function PhotoPicker({ photos, max, onAdd, onRetry, onRemove, timeZone, extra }: PhotoPickerProps) {
  const { controlTexts, photoTexts } = useWords();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const [leftOut, setLeftOut] = useState(0);
  const add = (files: FileList | null) => {
    const chosen = [...(files ?? [])];
    const taken = chosen.slice(0, max - photos.length);
    setLeftOut(chosen.length - taken.length);
    onAdd(taken);
  };
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => {
      setIsOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      add(event.dataTransfer.files);
    },
  };
  return (
    <div role="group" aria-labelledby={`${id}-label`} className="flex flex-col gap-1.5 field:gap-5">
      <div className="flex items-baseline justify-between gap-2">
        <span id={`${id}-label`} className="text-sm font-medium text-ink">
          {photoTexts.photos}
        </span>
        <span className="text-xs text-ink-subtle">
          {photos.length === 0 ? controlTexts.optional : photoTexts.countOf(photos.length, max)}
        </span>
      </div>
      {photos.length > 0 && (
        <ul aria-label={photoTexts.chosenPhotos} className="flex flex-col gap-2 field:gap-5">
          {photos.map((photo) => (
            <ChosenPhotoRow
              key={photo.id}
              photo={photo}
              timeZone={timeZone}
              onRetry={() => {
                onRetry(photo.id);
              }}
              onRemove={() => {
                onRemove(photo.id);
              }}
            />
          ))}
        </ul>
      )}
      {photos.length < max && (
        <label
          {...drop}
          className={cx(
            'relative flex min-h-16 cursor-pointer items-center justify-center gap-2.5 rounded-lg border border-dashed px-4 py-3 text-sm',
            'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text',
            isOver
              ? 'border-accent-text bg-accent-soft text-accent-text'
              : 'border-line-control text-ink-muted hover:bg-hover hover:text-ink',
          )}
        >
          <ImagePlus aria-hidden className="size-5 shrink-0 pointer-coarse:hidden" />
          <Camera aria-hidden className="hidden size-5 shrink-0 pointer-coarse:block" />
          <span className="pointer-coarse:hidden">{photoTexts.chooseOrDrop}</span>
          <span className="hidden pointer-coarse:inline">{photoTexts.takeOrChoose}</span>
          <input
            type="file"
            multiple
            accept={ACCEPTED}
            aria-label={photoTexts.addPhotos}
            className="absolute inset-0 cursor-pointer opacity-0"
            onChange={(event) => {
              add(event.target.files);
              // The same file can be chosen again, such as after it was taken away.
              event.target.value = '';
            }}
          />
        </label>
      )}
      {photos.length < max && extra}
      {leftOut > 0 && (
        <p role="alert" className="text-xs text-attention">
          {photoTexts.leftOut(leftOut, max)}
        </p>
      )}
    </div>
  );
}
