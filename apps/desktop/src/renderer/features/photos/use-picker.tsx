/** The photos of a form as its picker shows them: from the camera, from files, and from before the form was closed. */
import { MAX_PHOTOS_PER_ENTRY, type EventPhoto } from '@wellpulse/contracts';
import type { ChosenPhoto, FormPhotos } from '@wellpulse/forms';
import { Button, useWords, type PhotoPickerProps, type PreparedPhoto } from '@wellpulse/ui';
import { useQueries } from '@tanstack/react-query';
import { Camera } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../lib/bridge.ts';
import { useSession } from '../../lib/session.tsx';
import { CameraDialog } from './CameraDialog.tsx';
import { pictureQuery } from './use-picture.ts';

/** The machine of a form's photos in this app. */
export type Photos = FormPhotos<File, PreparedPhoto, EventPhoto>;

/** What the picker of a form shows. */
export function usePicker({ queue, photos }: Photos): PhotoPickerProps {
  const { timeZone } = useSession().company;
  return {
    photos: useWithPreviews(photos),
    max: MAX_PHOTOS_PER_ENTRY,
    timeZone,
    onAdd: (files) => {
      queue.add(files);
    },
    onRetry: (id) => {
      queue.retry(id);
    },
    onRemove: (id) => {
      const photo = photos.find((known) => known.id === id);
      queue.remove(id);
      if (photo?.state === 'STORED') void call('photos.discard', { photoId: photo.stored.photoId });
    },
    extra: (
      <CameraButton
        onKeep={(file) => {
          queue.add([file]);
        }}
      />
    ),
  };
}

function CameraButton({ onKeep }: { readonly onKeep: (photo: File) => void }) {
  const { fieldWords } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="field"
        icon={<Camera aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {fieldWords.takePhoto}
      </Button>
      {isOpen && (
        <CameraDialog
          onKeep={(file) => {
            setOpen(false);
            onKeep(file);
          }}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

/** Photos from before the form was closed show what the laptop keeps of them. */
function useWithPreviews(photos: readonly ChosenPhoto<EventPhoto>[]): readonly ChosenPhoto<EventPhoto>[] {
  const kept = photos.flatMap((photo) =>
    photo.state === 'STORED' && photo.previewUrl === null ? [photo.stored] : [],
  );
  const previews = useQueries({
    queries: kept.map(({ sha256 }) => pictureQuery(sha256)),
  });
  const urlOf = (sha256: string): string | null =>
    previews[kept.findIndex((photo) => photo.sha256 === sha256)]?.data ?? null;
  return photos.map((photo) =>
    photo.state === 'STORED' && photo.previewUrl === null
      ? {
          ...photo,
          previewUrl: urlOf(photo.stored.sha256),
          sizeBytes: photo.stored.sizeBytes,
          takenAt: photo.stored.takenAt ?? null,
        }
      : photo,
  );
}
