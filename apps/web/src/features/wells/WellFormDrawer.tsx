'use client';

/** Adds a well, or changes one and who is assigned to it. */
import type { Well } from '@wellpulse/contracts';
import { Drawer, toast, useFirstInvalid, useWords, FormRefusal } from '@wellpulse/ui';
import { useId } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { useWellForm } from './use-well-form.ts';
import { WellFields } from './WellFields.tsx';

export interface WellFormDrawerProps {
  /** Null adds a new one. */
  readonly well: Well | null;
  readonly onClose: () => void;
  readonly onSaved?: (well: Well) => void;
}

export function WellFormDrawer({ well, onClose, onSaved }: WellFormDrawerProps) {
  const words = useWords();
  const { controlTexts, wellTexts } = words;
  const formId = useId();
  const form = useWellForm(well);
  const ref = useFirstInvalid(form.refusals);

  const submit = async () => {
    const saved = await form.submit(words);
    if (saved === null) return;
    toast.success(well === null ? wellTexts.added(saved.name) : wellTexts.changed(saved.name));
    onClose();
    onSaved?.(saved);
  };

  return (
    <Drawer
      open
      onOpenChange={onClose}
      size="lg"
      title={well === null ? wellTexts.addWell : wellTexts.editNamed(well.name)}
      footer={
        <FormButtons
          formId={formId}
          submitLabel={well === null ? wellTexts.addWell : controlTexts.save}
          saving={form.isSaving}
          onCancel={onClose}
        />
      }
    >
      <form
        ref={ref}
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <WellFields form={form} />
        <FormRefusal form={form} showNow={wellTexts.showNow} />
      </form>
    </Drawer>
  );
}
