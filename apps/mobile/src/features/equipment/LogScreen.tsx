/** Logs what was done to an item, with photos. What is typed and taken is kept, also over a crash. */
import {
  EQUIPMENT_STATUSES,
  MAINTENANCE_TYPES,
  type EventPhoto,
  type Maintenance,
  type Well,
} from '@wellpulse/contracts';
import { dayInZone } from '@wellpulse/domain';
import {
  LogForm,
  MAINTENANCE_VALUES,
  nextDateHint,
  useObserved,
  useWords,
  type MaintenanceField,
} from '@wellpulse/forms';
import { deviceLogStore, devicePhotoSchema } from '@wellpulse/forms/device';
import { useRef, useState } from 'react';
import type { TextInput } from 'react-native';
import { ChoiceBox } from '../../components/inputs/ChoiceBox.tsx';
import { DayBox } from '../../components/inputs/DayBox.tsx';
import { FormRefusal } from '../../components/inputs/FormRefusal.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import type { PreparedPicture } from '../../data/prepare-picture.ts';
import { usePhone } from '../../lib/phone-context.tsx';
import { readAgain } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { usePlace } from '../../lib/use-place.ts';
import { useToday } from '../../lib/use-today.ts';
import type { Picture } from '../../native/ports.ts';
import { PlaceNote } from '../location/PlaceNote.tsx';
import { PhotoBox } from '../photos/PhotoBox.tsx';
import { useClosing, useQueueOf } from '../photos/use-photo-form.ts';
import { useWell } from '../wells/use-well.ts';
import { NoItem } from './ItemScreen.tsx';
import { useItem, type ItemKnown } from './use-item.ts';

export interface LogScreenProps {
  readonly equipmentId: string;
  /** The person came here to take a photo. */
  readonly opensCamera: boolean;
  /** It is on the disk; what to say of it. */
  readonly onSaved: (said: string) => void;
}

export function LogScreen({ equipmentId, ...rest }: LogScreenProps) {
  const known = useItem(equipmentId);
  const well = useWell(known?.item.wellId ?? null);
  return known === undefined || known === null || well === undefined ? (
    <NoItem isRead={known === null} />
  ) : (
    <Log {...known} well={well} {...rest} />
  );
}

interface LogProps extends ItemKnown, Omit<LogScreenProps, 'equipmentId'> {
  /** Where the item stands; null where this phone does not know it. */
  readonly well: Well | null;
}

function Log({ item, well, serviceDays, opensCamera, onSaved }: LogProps) {
  const words = useWords();
  const { equipmentStatusNames, fieldLabel, formTexts } = words;
  const { maintenanceTexts, maintenanceTypeNames } = words;
  const { client, newId } = usePhone();
  const { drafts, company } = useSession();
  const today = useToday();
  const place = usePlace(well ?? { id: item.wellId, latitude: null, longitude: null });
  const queueOf = useQueueOf(place);
  const [form] = useState(
    () =>
      new LogForm<Picture, PreparedPicture, EventPhoto, Maintenance>({
        equipmentId: item.id,
        today: () => dayInZone(new Date().toISOString(), company.timeZone),
        drafts,
        store: deviceLogStore(client, item.id, newId, place.locate),
        stored: devicePhotoSchema,
        queueOf,
      }),
  );
  useObserved(form, () => form.revision, 0);
  useClosing(form.photos);
  const inputs = useRef(new Map<MaintenanceField, TextInput>());
  const { boxes } = form;
  const { text } = boxes;

  const save = async () => {
    const entry = await form.submit(words);
    if (entry === null) {
      const wrong = [...inputs.current].find(([field]) => boxes.errorOf(words, field) !== undefined);
      wrong?.[1].focus();
      return;
    }
    place.typed.saved();
    await readAgain();
    onSaved(maintenanceTexts.logged(words.equipmentName(item), entry.photoUrls.length));
  };
  const boxOf = (field: MaintenanceField) => ({
    label: fieldLabel('maintenance', field),
    value: text[field],
    error: boxes.errorOf(words, field),
  });
  const typed = (field: MaintenanceField) => ({
    ...boxOf(field),
    ref: (input: TextInput | null) => {
      if (input !== null) inputs.current.set(field, input);
    },
    onChangeText: (typedText: string) => {
      boxes.type({ [field]: typedText });
    },
    onBlur: () => {
      boxes.leave(field);
    },
  });
  const chosen = (field: MaintenanceField) => ({
    ...boxOf(field),
    onChoose: (value: string) => {
      boxes.type({ [field]: value });
    },
  });
  return (
    <Screen
      top={<SyncBanner timeZone={company.timeZone} />}
      bottom={
        <FormButtons
          label={maintenanceTexts.saveLog}
          isSaving={boxes.isSaving && !form.photos.isHeldUp}
          onSave={() => void save()}
          onDiscard={
            boxes.hasDraft
              ? () => {
                  form.discard();
                }
              : null
          }
        />
      }
    >
      <ScreenHead
        title={maintenanceTexts.logMaintenance}
        below={[words.equipmentName(item), item.wellName]}
      />
      <ChoiceBox
        {...chosen('maintenanceType')}
        options={MAINTENANCE_TYPES.map((type) => ({ value: type, label: maintenanceTypeNames[type] }))}
      />
      <TextBox {...typed('description')} multiline />
      <PhotoBox photos={form.photos} lost={form.lost} opensCamera={opensCamera} />
      <DayBox {...chosen('maintenanceDate')} today={today} latest={today} />
      <ChoiceBox
        {...chosen('equipmentStatus')}
        options={[
          { value: '', label: formTexts.statusKept },
          ...EQUIPMENT_STATUSES.map((status) => ({ value: status, label: equipmentStatusNames[status] })),
        ]}
      />
      <DayBox
        {...chosen('nextMaintenanceDate')}
        isOptional
        today={today}
        hint={nextDateHint(words, text.maintenanceDate, text.maintenanceType, serviceDays)}
      />
      <TextBox {...typed('technician')} isOptional autoCapitalize="words" />
      <TextBox {...typed('cost')} isOptional unit={MAINTENANCE_VALUES.cost.unit} inputMode="decimal" />
      <PlaceNote place={place} />
      <FormRefusal form={boxes} />
    </Screen>
  );
}
