'use client';

import { MAX_PHOTOS_PER_LOG, type EquipmentItem } from '@wellpulse/contracts';
import { Button, Drawer, MaintenanceForm, toast } from '@wellpulse/ui';
import { FormButtons } from '../../components/FormButtons.tsx';
import { useId } from 'react';
import { problemOf } from '../../lib/api.ts';
import { words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { counted } from '../../lib/words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { LogStatus } from './LogStatus.tsx';
import { useLogForm } from './use-log-form.ts';

export interface LogMaintenanceDrawerProps {
  readonly item: EquipmentItem;
  readonly onClose: () => void;
}

const NO_ERRORS = [] as const;

export function LogMaintenanceDrawer({ item, onClose }: LogMaintenanceDrawerProps) {
  const formId = useId();
  const { today, tenant } = useSession();
  const form = useLogForm(item, ({ photos }) => {
    const withPhotos = photos.length === 0 ? '' : `, with ${counted(photos.length, 'photo')}`;
    toast.success(`${words.equipmentName(item)}: maintenance logged${withPhotos}`);
    onClose();
  });
  const fieldErrors = problemOf(form.error)?.errors ?? NO_ERRORS;
  return (
    <Drawer
      open
      onOpenChange={onClose}
      size="lg"
      title="Log maintenance"
      description={`${words.equipmentName(item)}, ${item.wellName}`}
      footer={
        <>
          <LogStatus form={form} />
          {form.hasDraft && (
            <Button variant="ghost" className="mr-auto" onClick={form.discard}>
              Discard
            </Button>
          )}
          <FormButtons
            formId={formId}
            submitLabel="Save log"
            saving={form.isSaving || form.isWaiting}
            cancelLabel={form.hasDraft ? 'Finish later' : 'Cancel'}
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
          max: MAX_PHOTOS_PER_LOG,
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
        {...(form.error === null || fieldErrors.length > 0 ? {} : { formError: problemSentence(form.error) })}
      />
    </Drawer>
  );
}
