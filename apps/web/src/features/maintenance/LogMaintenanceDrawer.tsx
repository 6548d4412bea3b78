'use client';

import { MAX_PHOTOS_PER_ENTRY, type EquipmentItem } from '@wellpulse/contracts';
import { DiscardButton, Drawer, PhotoStatus, MaintenanceForm, toast, useWords } from '@wellpulse/ui';
import { FormButtons } from '../../components/FormButtons.tsx';
import { useId } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { useLogForm } from './use-log-form.ts';

export interface LogMaintenanceDrawerProps {
  readonly item: EquipmentItem;
  readonly onClose: () => void;
}

export function LogMaintenanceDrawer({ item, onClose }: LogMaintenanceDrawerProps) {
  const words = useWords();
  const { maintenanceTexts, controlTexts } = words;
  const formId = useId();
  const { today, tenant } = useSession();
  const { form, photos } = useLogForm(item);
  const { boxes } = form;
  const { queue } = form.photos;
  const submit = async () => {
    const entry = await form.submit(words);
    if (entry === null) return;
    toast.success(maintenanceTexts.logged(words.equipmentName(item), entry.photos.length));
    onClose();
  };
  return (
    <Drawer
      open
      onOpenChange={onClose}
      size="lg"
      title={maintenanceTexts.logMaintenance}
      description={`${words.equipmentName(item)}, ${item.wellName}`}
      footer={
        <>
          <PhotoStatus photos={form.photos} lost={form.lost} />
          {boxes.hasDraft && (
            <DiscardButton
              variant="ghost"
              className="mr-auto"
              onDiscard={() => {
                form.discard();
              }}
            />
          )}
          <FormButtons
            formId={formId}
            submitLabel={maintenanceTexts.saveLog}
            saving={boxes.isSaving && !form.photos.isHeldUp}
            cancelLabel={boxes.hasDraft ? maintenanceTexts.finishLater : controlTexts.cancel}
            onCancel={onClose}
          />
        </>
      }
    >
      <MaintenanceForm
        id={formId}
        today={today}
        serviceDays={item.serviceIntervals}
        boxes={boxes}
        onSubmit={() => void submit()}
        photos={{
          photos,
          max: MAX_PHOTOS_PER_ENTRY,
          timeZone: tenant.timeZone,
          onAdd: (files) => {
            queue.add(files);
          },
          onRetry: (id) => {
            queue.retry(id);
          },
          onRemove: (id) => {
            queue.remove(id);
          },
        }}
      />
    </Drawer>
  );
}
