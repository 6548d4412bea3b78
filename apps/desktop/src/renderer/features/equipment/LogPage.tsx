/** Logs what was done to an item, with photos. What is typed and taken is kept, also over a crash. */
import type { EventPhoto, Maintenance } from '@wellpulse/contracts';
import { dayInZone } from '@wellpulse/domain';
import { LogForm, PhotoQueue, useObserved } from '@wellpulse/forms';
import { devicePhotoSchema } from '@wellpulse/forms/device';
import {
  Button,
  DiscardButton,
  MaintenanceForm,
  PhotoStatus,
  Skeleton,
  toast,
  useWords,
  type PreparedPhoto,
} from '@wellpulse/ui';
import { useEffect, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/bridge/contract.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import { readAgain, useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { logStore } from '../../lib/stores.ts';
import { useToday } from '../../lib/use-today.ts';
import { usePhotoHost } from '../photos/use-photo-host.ts';
import { usePicker } from '../photos/use-picker.tsx';
import { NoSuchItem } from './ItemPage.tsx';

export function LogPage({ equipmentId }: { readonly equipmentId: string }) {
  const { data: known } = useMain('equipment.get', { equipmentId });
  if (known === undefined) return <Skeleton className="h-96" />;
  return known === null ? <NoSuchItem /> : <Log {...known} />;
}

function Log({ item, serviceDays }: NonNullable<Output<'equipment.get'>>) {
  const words = useWords();
  const { maintenanceTexts, fieldWords } = words;
  const { drafts, company } = useSession();
  const today = useToday();
  const formId = useId();
  const [, go] = useLocation();
  const host = usePhotoHost(item.wellId);
  const [form] = useState(
    () =>
      new LogForm<File, PreparedPhoto, EventPhoto, Maintenance>({
        equipmentId: item.id,
        today: () => dayInZone(new Date().toISOString(), company.timeZone),
        drafts,
        store: logStore(item.id),
        stored: devicePhotoSchema,
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
  const picker = usePicker(form.photos);
  const { boxes } = form;

  const submit = async () => {
    const entry = await form.submit(words);
    if (entry === null) return;
    const said = maintenanceTexts.logged(words.equipmentName(item), entry.photoUrls.length);
    toast.success(`${said}. ${fieldWords.saved}`);
    await readAgain();
    go(`/equipment/${item.id}`);
  };
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5">
      <PageTitle
        title={maintenanceTexts.logMaintenance}
        back={{ href: `/equipment/${item.id}`, label: fieldWords.backToItem }}
        below={`${words.equipmentName(item)}, ${item.wellName}`}
      />
      <MaintenanceForm
        size="field"
        id={formId}
        today={today}
        serviceDays={serviceDays}
        boxes={boxes}
        photos={picker}
        onSubmit={() => void submit()}
      />
      <PhotoStatus photos={form.photos} lost={form.lost} />
      <div className="sticky bottom-0 z-10 flex flex-wrap justify-end gap-5 border-t border-line bg-canvas py-5 low:static">
        {boxes.hasDraft && (
          <DiscardButton
            size="field"
            className="mr-auto"
            onDiscard={() => {
              form.discard();
            }}
          />
        )}
        <Button
          type="submit"
          form={formId}
          variant="primary"
          size="field"
          loading={boxes.isSaving && !form.photos.isHeldUp}
        >
          {maintenanceTexts.saveLog}
        </Button>
      </div>
    </div>
  );
}
