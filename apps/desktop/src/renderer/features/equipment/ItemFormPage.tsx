/** Adds an item of equipment, or changes one. What is typed is kept, also over a crash. */
import { equipmentSchema, type Equipment } from '@wellpulse/contracts';
import { itemForm, useObserved } from '@wellpulse/forms';
import { Button, DiscardButton, EquipmentForm, Skeleton, toast, useWords } from '@wellpulse/ui';
import { useEffect, useId, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { PageTitle } from '../../components/PageTitle.tsx';
import { readAgain, useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { itemStore } from '../../lib/stores.ts';
import { NoSuchItem } from './ItemPage.tsx';
import { useWellChoices } from './use-well-choices.ts';

/** `wellId`: where the new item stands, if that is known. */
export const NewItemPage = ({ wellId }: { readonly wellId: string | null }) => (
  <ItemBoxes item={null} wellId={wellId} />
);

export function ChangeItemPage({ equipmentId }: { readonly equipmentId: string }) {
  const { data: known } = useMain('equipment.get', { equipmentId });
  const found = known?.item;
  const item = useMemo(() => (found === undefined ? null : equipmentSchema.parse(found)), [found]);
  if (known === undefined) return <Skeleton className="h-96" />;
  return item === null ? <NoSuchItem /> : <ItemBoxes item={item} wellId={null} />;
}

interface ItemBoxesProps {
  readonly item: Equipment | null;
  readonly wellId: string | null;
}

function ItemBoxes({ item, wellId }: ItemBoxesProps) {
  const words = useWords();
  const { equipmentTexts, controlTexts, fieldWords } = words;
  const { drafts } = useSession();
  const formId = useId();
  const [, go] = useLocation();
  const [form] = useState(() => itemForm(itemStore, drafts, item, wellId));
  useObserved(form, () => form.revision, 0);
  useEffect(() => {
    if (item !== null) form.meet(item);
  }, [form, item]);
  const wells = useWellChoices(form.text.wellId === '' ? null : form.text.wellId);
  const back =
    item !== null
      ? { href: `/equipment/${item.id}`, label: fieldWords.backToItem }
      : wellId === null
        ? { href: '/equipment', label: fieldWords.backToEquipment }
        : { href: `/wells/${wellId}`, label: fieldWords.backToWell };

  const submit = async () => {
    const saved = await form.submit(words);
    if (saved === null) return;
    const name = words.equipmentName(saved);
    const said = item === null ? equipmentTexts.added(name) : equipmentTexts.changed(name);
    toast.success(`${said}. ${fieldWords.saved}`);
    await readAgain();
    go(`/equipment/${saved.id}`);
  };
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5">
      <PageTitle
        back={back}
        title={
          item === null ? equipmentTexts.addEquipment : equipmentTexts.editNamed(words.equipmentName(item))
        }
      />
      <EquipmentForm size="field" id={formId} form={form} onSubmit={() => void submit()} wells={wells} />
      <div className="sticky bottom-0 z-10 flex flex-wrap justify-end gap-5 border-t border-line bg-canvas py-5 low:static">
        {form.hasDraft && (
          <DiscardButton
            size="field"
            className="mr-auto"
            onDiscard={() => {
              form.discard();
            }}
          />
        )}
        <Button type="submit" form={formId} variant="primary" size="field" loading={form.isSaving}>
          {item === null ? equipmentTexts.addEquipment : controlTexts.save}
        </Button>
      </div>
    </div>
  );
}
