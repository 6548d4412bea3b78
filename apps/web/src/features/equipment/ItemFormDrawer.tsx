'use client';

/** Adds an item of equipment, or changes one. What is typed is kept, also over a reload. */
import type { Equipment, EquipmentItem } from '@wellpulse/contracts';
import { DiscardButton, Drawer, EquipmentForm, toast, useWords } from '@wellpulse/ui';
import { FormButtons } from '../../components/FormButtons.tsx';
import { useId } from 'react';
import { useItemForm } from './use-item-form.ts';
import { useWellChoices } from './use-well-choices.ts';

export interface ItemFormDrawerProps {
  /** Null adds a new one. */
  readonly item: EquipmentItem | null;
  /** Where a new one stands, if that is known. */
  readonly wellId?: string | null;
  readonly onClose: () => void;
  readonly onSaved?: (item: Equipment) => void;
}

export function ItemFormDrawer({ item, wellId = null, onClose, onSaved }: ItemFormDrawerProps) {
  const words = useWords();
  const { equipmentTexts, controlTexts } = words;
  const formId = useId();
  const form = useItemForm(item, wellId);
  const wells = useWellChoices(form.text.wellId === '' ? null : form.text.wellId);

  const submit = async () => {
    const saved = await form.submit(words);
    if (saved === null) return;
    const name = words.equipmentName(saved);
    toast.success(item === null ? equipmentTexts.added(name) : equipmentTexts.changed(name));
    onClose();
    onSaved?.(saved);
  };

  return (
    <Drawer
      open
      onOpenChange={onClose}
      size="lg"
      title={
        item === null ? equipmentTexts.addEquipment : equipmentTexts.editNamed(words.equipmentName(item))
      }
      footer={
        <>
          {form.hasDraft && (
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
            submitLabel={item === null ? equipmentTexts.addEquipment : controlTexts.save}
            saving={form.isSaving}
            onCancel={onClose}
          />
        </>
      }
    >
      <EquipmentForm id={formId} form={form} onSubmit={() => void submit()} wells={wells} />
    </Drawer>
  );
}
