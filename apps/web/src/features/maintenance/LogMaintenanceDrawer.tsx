'use client';

import { MAX_PHOTOS_PER_ENTRY, type EquipmentItem } from '@wellpulse/contracts';
import { Button, Drawer, MaintenanceForm, toast, useWords } from '@wellpulse/ui';
import { FormButtons } from '../../components/FormButtons.tsx';
import { useId } from 'react';
import { problemOf } from '../../lib/api.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { PhotoStatus } from '../photos/PhotoStatus.tsx';
import { useLogForm } from './use-log-form.ts';

export interface LogMaintenanceDrawerProps {
  readonly item: EquipmentItem;
  readonly onClose: () => void;
}

const NO_ERRORS = [] as const;

export function LogMaintenanceDrawer({ item, onClose }: LogMaintenanceDrawerProps) {
  const words = useWords();
  const { maintenanceTexts, controlTexts } = words;
  const formId = useId();
  const { today, tenant } = useSession();
  const form = useLogForm(item, ({ photos }) => {
    toast.success(maintenanceTexts.logged(words.equipmentName(item), photos.length));
    onClose();
  });
  const fieldErrors = problemOf(form.error)?.errors ?? NO_ERRORS;
  return (
    <Drawer
      open
      onOpenChange={onClose}
      size="lg"
      title={maintenanceTexts.logMaintenance}
      description={`${words.equipmentName(item)}, ${item.wellName}`}
      footer={
        <>
          <PhotoStatus form={form} lost={form.lost} />
          {form.hasDraft && (
            <Button variant="ghost" className="mr-auto" onClick={form.discard}>
              {controlTexts.discard}
            </Button>
          )}
          <FormButtons
            formId={formId}
            submitLabel={maintenanceTexts.saveLog}
            saving={form.isSaving || form.isWaiting}
            cancelLabel={form.hasDraft ? maintenanceTexts.finishLater : controlTexts.cancel}
            onCancel={onClose}
          />
        </>
      }
    >
      <MaintenanceForm
        id={formId}
        today={today}
        serviceDays={item.serviceIntervals}
        draft={form.text}
        onDraftChange={form.change}
        onSubmit={form.submit}
        photos={{
          photos: form.photos,
          max: MAX_PHOTOS_PER_ENTRY,
          timeZone: tenant.timeZone,
          onAdd: (files) => {
            form.queue.add(files);
          },
          onRetry: (id) => {
            form.queue.retry(id);
          },
          onRemove: (id) => {
            form.queue.remove(id);
          },
        }}
        fieldErrors={fieldErrors}
        {...(form.error === null || fieldErrors.length > 0
          ? {}
          : { formError: problemSentence(words, form.error) })}
      />
    </Drawer>
  );
}
