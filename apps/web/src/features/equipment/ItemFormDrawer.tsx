'use client';

/** Adds an item of equipment, or changes one. What is typed is kept, also over a reload. */
import type { EquipmentItem } from '@wellpulse/contracts';
import {
  Button,
  changesOf,
  Drawer,
  emptyEquipment,
  EquipmentForm,
  equipmentTextOf,
  toast,
  type EquipmentValues,
  useWords,
} from '@wellpulse/ui';
import { FormButtons } from '../../components/FormButtons.tsx';
import { useId } from 'react';
import { problemOf } from '../../lib/api.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { newerItemOf, useCreateItem, useUpdateItem } from '../../queries/equipment-queries.ts';
import { rebased, useItemDraft } from './item-draft.ts';
import { useWellChoices } from './use-well-choices.ts';

export interface ItemFormDrawerProps {
  /** Null adds a new one. */
  readonly item: EquipmentItem | null;
  /** Where a new one stands, if that is known. */
  readonly wellId?: string | null;
  readonly onClose: () => void;
  readonly onSaved?: (item: EquipmentItem) => void;
}

const NO_ERRORS = [] as const;

export function ItemFormDrawer({ item, wellId = null, onClose, onSaved }: ItemFormDrawerProps) {
  const words = useWords();
  const { equipmentTexts, controlTexts } = words;
  const formId = useId();
  const [draft, setDraft] = useItemDraft(item, wellId);
  const create = useCreateItem();
  const update = useUpdateItem(item?.id ?? '');
  const error = create.error ?? update.error;
  const newer = newerItemOf(error);
  const base = draft?.base ?? item;
  const start = item === null ? emptyEquipment(wellId) : equipmentTextOf(item);
  const text = draft?.text ?? start;
  const wells = useWellChoices(text.wellId === '' ? null : text.wellId);
  const fieldErrors = problemOf(error)?.errors ?? NO_ERRORS;

  const onSuccess = (saved: EquipmentItem) => {
    const name = words.equipmentName(saved);
    toast.success(item === null ? equipmentTexts.added(name) : equipmentTexts.changed(name));
    setDraft(null);
    onClose();
    onSaved?.(saved);
  };
  const submit = (values: EquipmentValues) => {
    if (base === null) create.mutate(values, { onSuccess });
    else update.mutate({ ...changesOf(values, base), version: base.version }, { onSuccess });
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
          {draft !== null && (
            <Button
              variant="ghost"
              className="mr-auto"
              onClick={() => {
                setDraft(null);
                create.reset();
                update.reset();
              }}
            >
              {equipmentTexts.discardTyped}
            </Button>
          )}
          <FormButtons
            formId={formId}
            submitLabel={item === null ? equipmentTexts.addEquipment : controlTexts.save}
            saving={create.isPending || update.isPending}
            onCancel={onClose}
          />
        </>
      }
    >
      <EquipmentForm
        id={formId}
        draft={text}
        onDraftChange={(next) => {
          setDraft({ text: next, base });
        }}
        onSubmit={submit}
        wells={wells}
        fieldErrors={fieldErrors}
        {...(error === null || fieldErrors.length > 0
          ? {}
          : {
              formError: (
                <>
                  {problemSentence(words, error)}
                  {newer !== null && base !== null && (
                    <Button
                      size="sm"
                      className="mt-2 flex"
                      onClick={() => {
                        setDraft({ text: rebased(text, base, newer), base: newer });
                        update.reset();
                      }}
                    >
                      {equipmentTexts.showNow}
                    </Button>
                  )}
                </>
              ),
            })}
      />
    </Drawer>
  );
}
