'use client';

/**
 * The life of a log that is being written: its draft, its photos on their way, and saving, which waits for them. Nothing
 * that was typed goes away before the server has it, whatever becomes of the photos.
 */
import type { EquipmentItem, MaintenanceEntry } from '@wellpulse/contracts';
import {
  emptyMaintenance,
  isUnderWay,
  storedOf,
  type ChosenPhoto,
  type MaintenanceValues,
} from '@wellpulse/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { usePhotoQueue } from '../photos/use-photo-queue.ts';
import { usePhotos } from '../../queries/photo-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { chosenAgain, photosOfDraft, useMaintenanceDraft } from './maintenance-draft.ts';
import { useLogMaintenance } from '../../queries/maintenance-queries.ts';

export function useLogForm(item: EquipmentItem, onSaved: (entry: MaintenanceEntry) => void) {
  const { today } = useSession();
  const [draft, setDraft] = useMaintenanceDraft(item.id);
  // Those of before: they are named once, when the form opens.
  const [lost, setLost] = useState(draft?.unstored ?? []);
  const { queue, photos } = usePhotoQueue(item, draft?.photos.map(chosenAgain) ?? []);
  const shown = useWithPreviews(item.id, photos);
  const { mutate, isPending, error, reset } = useLogMaintenance(item.id);
  // What is to be saved as soon as the photos are there.
  const [waiting, setWaiting] = useState<MaintenanceValues | null>(null);
  const text = draft?.text ?? emptyMaintenance(today);
  const failed = photos.filter(({ state }) => state === 'FAILED');
  const underWay = photos.filter(isUnderWay);

  const save = (values: MaintenanceValues) => {
    const photoUrls = storedOf(queue.snapshot()).map(({ blobName }) => blobName);
    mutate(
      { ...values, photoUrls },
      {
        onSuccess: (entry) => {
          setDraft(null);
          onSaved(entry);
        },
      },
    );
  };
  const keepPhotos = useEffectEvent((current: readonly ChosenPhoto[]) => {
    if (draft !== null || current.length > 0) setDraft({ text, ...photosOfDraft(current) });
  });
  const continueSaving = useEffectEvent((current: readonly ChosenPhoto[]) => {
    const isSettled = current.every(({ state }) => state === 'STORED');
    if (waiting === null || !isSettled || isPending) return;
    setWaiting(null);
    save(waiting);
  });
  useEffect(
    () =>
      queue.subscribe(() => {
        keepPhotos(queue.snapshot());
        continueSaving(queue.snapshot());
      }),
    [queue],
  );

  return {
    text,
    photos: shown,
    queue,
    lost,
    failed,
    underWay,
    error,
    isSaving: isPending,
    isWaiting: waiting !== null && underWay.length > 0,
    /** Saving was asked for, and photos that failed stand in its way. */
    isHeldUp: waiting !== null && underWay.length === 0 && failed.length > 0,
    hasDraft: draft !== null,
    change: (next: typeof text) => {
      // What was going to be saved is not what stands there now.
      setWaiting(null);
      setDraft({ text: next, ...photosOfDraft(photos) });
    },
    submit: (values: MaintenanceValues) => {
      if (underWay.length > 0 || failed.length > 0) setWaiting(values);
      else save(values);
    },
    saveWithoutFailed: () => {
      // Once none of them is left, saving goes on by itself.
      queue.removeFailed();
    },
    discard: () => {
      for (const { id } of queue.snapshot()) queue.remove(id);
      setLost([]);
      setWaiting(null);
      setDraft(null);
      reset();
    },
  };
}

/** Photos from before a reload show what the server keeps of them. */
function useWithPreviews(equipmentId: string, photos: readonly ChosenPhoto[]): readonly ChosenPhoto[] {
  const { data = [] } = usePhotos(equipmentId);
  return photos.map((photo) => {
    if (photo.previewUrl !== null || photo.state !== 'STORED') return photo;
    const kept = data.find(({ blobName }) => blobName === photo.stored.blobName);
    return kept === undefined
      ? photo
      : {
          ...photo,
          previewUrl: kept.thumbnailUrl,
          sizeBytes: kept.sizeBytes,
          takenAt: kept.takenAt,
          distanceFeet: kept.location?.distanceFeet ?? null,
        };
  });
}
