'use client';

import type { TenantSettings } from '@wellpulse/contracts';
import { boxName, intervalsForm } from '@wellpulse/forms';
import { Button, NumberField, toast, FormRefusal, FormAlert } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { ServiceIntervalsTable } from './ServiceIntervalsTable.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const texts = office.settings;

export function ServiceIntervalsForm({ settings }: { settings: TenantSettings }) {
  const form = useSettingsForm(intervalsForm, settings);
  const submit = async () => {
    if ((await form.submit(words)) !== null) toast.success(texts.intervalsSaved);
  };
  return (
    <form
      noValidate
      aria-label={words.fieldLabel('settings', 'serviceIntervals')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ServiceIntervalsTable
        cell={(equipmentType, maintenanceType) => {
          const name = boxName(equipmentType, maintenanceType);
          return (
            <NumberField
              aria-label={texts.intervalOf(
                words.equipmentTypeNames[equipmentType],
                words.maintenanceTypeNames[maintenanceType].toLowerCase(),
              )}
              value={form.text[name] ?? ''}
              inputMode="numeric"
              placeholder={texts.noInterval}
              invalid={form.errorOf(words, name) !== undefined}
              onValueChange={(days) => {
                form.type({ [name]: days });
              }}
            />
          );
        }}
      />
      {form.isWrong(words) && <FormAlert>{texts.intervalsNotValid}</FormAlert>}
      <FormRefusal form={form} showNow={texts.showCurrent} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={form.isSaving} disabled={!form.isChanged}>
          {texts.saveIntervals}
        </Button>
      </div>
    </form>
  );
}
