'use client';

/** The form of a log that is being written, over this page's drafts, photos and requests. */
import { maintenanceEntrySchema, type EquipmentItem } from '@wellpulse/contracts';
import { dayInZone } from '@wellpulse/domain';
import { LogForm, PhotoQueue, useObserved, type ChosenPhoto, type MaintenanceValues } from '@wellpulse/forms';
import { recordAnswer } from '@wellpulse/forms/rest';
import { useEffect, useState } from 'react';
import { photoAddress } from '../../lib/photo-address.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { answerOf } from '../../lib/answer-of.ts';
import { useLogMaintenance } from '../../queries/maintenance-queries.ts';
import { usePhotos } from '../../queries/photo-queries.ts';
import { useFormDrafts } from '../drafts/use-form-drafts.ts';
import { storedPhotoSchema, type StoredPhoto } from '../photos/store-photo.ts';
import { usePhotoHost } from '../photos/use-photo-host.ts';

export function useLogForm({ id: equipmentId, wellId }: EquipmentItem) {
  const { timeZone } = useSession().tenant;
  const drafts = useFormDrafts();
  const host = usePhotoHost({ kind: 'EQUIPMENT', id: equipmentId }, wellId);
  const { mutateAsync } = useLogMaintenance(equipmentId);
  const log = async (values: MaintenanceValues, photos: readonly StoredPhoto[]) =>
    recordAnswer(
      await answerOf(mutateAsync({ ...values, photoUrls: photos.map(({ blobName }) => blobName) })),
      maintenanceEntrySchema,
    );
  const [form] = useState(
    () =>
      new LogForm({
        equipmentId,
        today: () => dayInZone(new Date().toISOString(), timeZone),
        drafts,
        store: { log },
        stored: storedPhotoSchema,
        queueOf: (kept) => new PhotoQueue(host, kept),
      }),
  );
  useObserved(form, () => form.revision, 0);
  useEffect(
    () => () => {
      form.photos.queue.close();
    },
    [form],
  );
  return { form, photos: useWithPreviews(equipmentId, form.photos.photos) };
}

/** Photos from before a reload show what the server keeps of them. */
function useWithPreviews(
  equipmentId: string,
  photos: readonly ChosenPhoto<StoredPhoto>[],
): readonly ChosenPhoto<StoredPhoto>[] {
  const { data = [] } = usePhotos(equipmentId);
  return photos.map((photo) => {
    if (photo.previewUrl !== null || photo.state !== 'STORED') return photo;
    const kept = data.find(({ blobName }) => blobName === photo.stored.blobName);
    return kept === undefined
      ? photo
      : {
          ...photo,
          previewUrl: kept.thumbnailUrl && photoAddress(kept.thumbnailUrl),
          sizeBytes: kept.sizeBytes,
          takenAt: kept.takenAt,
          distanceFeet: kept.location?.distanceFeet ?? null,
        };
  });
}
