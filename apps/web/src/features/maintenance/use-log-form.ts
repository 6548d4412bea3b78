'use client';

/** The life of a log that is being written: its draft, and its photos on their way. */
import type { EquipmentItem, MaintenanceEntry } from '@wellpulse/contracts';
import { emptyMaintenance, type ChosenPhoto, type MaintenanceValues } from '@wellpulse/ui';
import { useState } from 'react';
import { chosenAgain, photosOfDraft } from '../photos/photo-draft.ts';
import { useFormPhotos } from '../photos/use-form-photos.ts';
import { usePhotos } from '../../queries/photo-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useMaintenanceDraft } from './maintenance-draft.ts';
import { useLogMaintenance } from '../../queries/maintenance-queries.ts';

export function useLogForm(item: EquipmentItem, onSaved: (entry: MaintenanceEntry) => void) {
  const { today } = useSession();
  const [draft, setDraft] = useMaintenanceDraft(item.id);
  // Those of before: they are named once, when the form opens.
  const [lost, setLost] = useState(draft?.unstored ?? []);
  const { mutate, isPending, error, reset } = useLogMaintenance(item.id);
  const text = draft?.text ?? emptyMaintenance(today);
  const form = useFormPhotos<MaintenanceValues>({
    owner: { kind: 'EQUIPMENT', id: item.id },
    wellId: item.wellId,
    kept: draft?.photos.map(chosenAgain) ?? [],
    onChange: (current) => {
      if (draft !== null || current.length > 0) setDraft({ text, ...photosOfDraft(current) });
    },
    isSaving: isPending,
    save: (values, stored) => {
      mutate(
        { ...values, photoUrls: stored.map(({ blobName }) => blobName) },
        {
          onSuccess: (entry) => {
            setDraft(null);
            onSaved(entry);
          },
        },
      );
    },
  });

  return {
    ...form,
    text,
    photos: useWithPreviews(item.id, form.photos),
    lost,
    error,
    isSaving: isPending,
    hasDraft: draft !== null,
    change: (next: typeof text) => {
      form.stopWaiting();
      setDraft({ text: next, ...photosOfDraft(form.photos) });
    },
    discard: () => {
      form.removeAll();
      setLost([]);
      form.stopWaiting();
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
