/** Adds an item of equipment, or changes one. What is typed is kept, also over a crash. */
import { EQUIPMENT_STATUSES, EQUIPMENT_TYPES, equipmentSchema, type Equipment } from '@wellpulse/contracts';
import { itemForm, useObserved, useWords, type EquipmentField } from '@wellpulse/forms';
import { deviceItemStore } from '@wellpulse/forms/device';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TextInput } from 'react-native';
import { ChoiceBox } from '../../components/inputs/ChoiceBox.tsx';
import { DayBox } from '../../components/inputs/DayBox.tsx';
import { FormRefusal } from '../../components/inputs/FormRefusal.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { readAgain } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { NoItem } from './ItemScreen.tsx';
import { useItem } from './use-item.ts';
import { WellChoice } from './WellChoice.tsx';

interface SavedProps {
  /** It is on the disk; what to say of it. */
  readonly onSaved: (item: Equipment, said: string) => void;
}

export interface NewItemScreenProps extends SavedProps {
  /** Where the new item stands, if that is known. */
  readonly wellId: string | null;
}

export const NewItemScreen = ({ wellId, onSaved }: NewItemScreenProps) => (
  <ItemBoxes item={null} wellId={wellId} onSaved={onSaved} />
);

export interface ChangeItemScreenProps extends SavedProps {
  readonly equipmentId: string;
}

export function ChangeItemScreen({ equipmentId, onSaved }: ChangeItemScreenProps) {
  const known = useItem(equipmentId);
  const found = known?.item;
  const item = useMemo(() => (found === undefined ? null : equipmentSchema.parse(found)), [found]);
  return item === null ? (
    <NoItem isRead={known === null} />
  ) : (
    <ItemBoxes item={item} wellId={null} onSaved={onSaved} />
  );
}

interface ItemBoxesProps extends SavedProps {
  readonly item: Equipment | null;
  readonly wellId: string | null;
}

function ItemBoxes({ item, wellId, onSaved }: ItemBoxesProps) {
  const words = useWords();
  const { controlTexts, equipmentStatusNames, equipmentTexts, equipmentTypeNames, fieldLabel, formTexts } =
    words;
  const { client, newId } = usePhone();
  const { drafts, company } = useSession();
  const today = useToday();
  const [form] = useState(() => itemForm(deviceItemStore(client, newId), drafts, item, wellId));
  useObserved(form, () => form.revision, 0);
  useEffect(() => {
    if (item !== null) form.meet(item);
  }, [form, item]);
  const inputs = useRef(new Map<EquipmentField, TextInput>());

  const save = async () => {
    const saved = await form.submit(words);
    if (saved === null) {
      const wrong = [...inputs.current].find(([field]) => form.errorOf(words, field) !== undefined);
      wrong?.[1].focus();
      return;
    }
    await readAgain();
    const name = words.equipmentName(saved);
    onSaved(saved, item === null ? equipmentTexts.added(name) : equipmentTexts.changed(name));
  };
  const boxOf = (field: EquipmentField) => ({
    label: fieldLabel('equipment', field),
    value: form.text[field],
    error: form.errorOf(words, field),
  });
  const typed = (field: EquipmentField) => ({
    ...boxOf(field),
    ref: (input: TextInput | null) => {
      if (input !== null) inputs.current.set(field, input);
    },
    autoCorrect: false,
    onChangeText: (text: string) => {
      form.type({ [field]: text });
    },
    onBlur: () => {
      form.leave(field);
    },
  });
  const chosen = (field: EquipmentField) => ({
    ...boxOf(field),
    onChoose: (value: string) => {
      form.type({ [field]: value });
    },
  });
  const { value: chosenWell, ...well } = chosen('wellId');
  return (
    <Screen
      top={<SyncBanner timeZone={company.timeZone} />}
      bottom={
        <FormButtons
          label={item === null ? equipmentTexts.addEquipment : controlTexts.save}
          isSaving={form.isSaving}
          onSave={() => void save()}
          onDiscard={
            form.hasDraft
              ? () => {
                  form.discard();
                }
              : null
          }
        />
      }
    >
      <ScreenHead
        title={
          item === null ? equipmentTexts.addEquipment : equipmentTexts.editNamed(words.equipmentName(item))
        }
      />
      <ChoiceBox
        {...chosen('equipmentType')}
        options={EQUIPMENT_TYPES.map((type) => ({ value: type, label: equipmentTypeNames[type] }))}
      />
      <TextBox {...typed('serialNumber')} hint={formTexts.serialNumberHint} autoCapitalize="characters" />
      <WellChoice {...well} wellId={chosenWell} />
      <ChoiceBox
        {...chosen('status')}
        options={EQUIPMENT_STATUSES.map((status) => ({ value: status, label: equipmentStatusNames[status] }))}
      />
      <TextBox {...typed('assetTag')} isOptional autoCapitalize="characters" />
      <TextBox {...typed('manufacturer')} isOptional autoCapitalize="words" />
      <TextBox {...typed('model')} isOptional />
      <DayBox {...chosen('installationDate')} isOptional today={today} />
      <TextBox
        {...typed('serviceIntervalDays')}
        isOptional
        hint={formTexts.intervalHint}
        unit={formTexts.unitDays}
        inputMode="numeric"
      />
      <FormRefusal form={form} showNow={equipmentTexts.showNow} />
    </Screen>
  );
}
