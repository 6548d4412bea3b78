'use client';

import type { TenantSettings } from '@wellpulse/contracts';
import { boxName, intervalsForm } from '@wellpulse/forms';
import { Button, NumberField, toast } from '@wellpulse/ui';
import { FormProblem } from '../../components/FormProblem.tsx';
import { FormRefusal } from '../../components/FormRefusal.tsx';
import { office, words } from '../../lib/language.ts';
import { ServiceIntervalsTable } from './ServiceIntervalsTable.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const texts = office.settings;

export function ServiceIntervalsForm({ settings }: { settings: TenantSettings }) {
  const form = useSettingsForm(intervalsForm, settings);
  const { notSaved } = form;
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
      {form.isWrong(words) && <FormProblem>{texts.intervalsNotValid}</FormProblem>}
      {notSaved !== null && (
        <FormProblem>
          <FormRefusal
            notSaved={notSaved}
            showNow={{
              label: texts.showCurrent,
              onClick: (newer) => {
                form.takeNewer(newer, { keepsTyped: false });
              },
            }}
          />
        </FormProblem>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={form.isSaving} disabled={!form.isChanged}>
          {texts.saveIntervals}
        </Button>
      </div>
    </form>
  );
}
