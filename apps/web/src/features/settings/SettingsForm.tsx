'use client';

import { CONFLICT_POLICIES, SETTINGS_FIELDS, type TenantSettings } from '@wellpulse/contracts';
import { settingsForm } from '@wellpulse/forms';
import {
  Button,
  Checkbox,
  Combobox,
  Field,
  Input,
  NumberField,
  Select,
  toast,
  FormRefusal,
} from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { useSettingsForm } from './use-settings-form.ts';

const texts = office.settings;

/** The service intervals have a form of their own. */
export function SettingsForm({ settings }: { settings: TenantSettings }) {
  const form = useSettingsForm(settingsForm, settings);
  const { text } = form;
  const submit = async () => {
    if ((await form.submit(words)) !== null) toast.success(texts.saved);
  };

  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={words.fieldLabel('settings', 'name')} error={form.errorOf(words, 'name')}>
        <Input
          value={text.name}
          onChange={(event) => {
            form.type({ name: event.target.value });
          }}
        />
      </Field>
      <Field
        label={words.fieldLabel('settings', 'timeZone')}
        hint={texts.timeZoneHint}
        error={form.errorOf(words, 'timeZone')}
      >
        <Combobox
          value={text.timeZone}
          options={timeZones(settings.timeZone).map((zone) => ({ value: zone, label: zone }))}
          searchPlaceholder={texts.timeZoneSearch}
          onValueChange={(timeZone) => {
            form.type({ timeZone });
          }}
        />
      </Field>
      <Field
        label={words.fieldLabel('settings', 'varianceThresholdPercent')}
        hint={texts.thresholdHint}
        error={form.errorOf(words, 'varianceThresholdPercent')}
        className="max-w-xs"
      >
        <NumberField
          value={text.varianceThresholdPercent}
          unit={SETTINGS_FIELDS.varianceThresholdPercent.unit}
          onValueChange={(varianceThresholdPercent) => {
            form.type({ varianceThresholdPercent });
          }}
        />
      </Field>
      <Field
        label={words.fieldLabel('settings', 'conflictPolicy')}
        hint={texts.conflictPolicyHint}
        error={form.errorOf(words, 'conflictPolicy')}
      >
        <Select
          value={text.conflictPolicy}
          options={CONFLICT_POLICIES.map((policy) => ({
            value: policy,
            label: words.conflictPolicyNames[policy],
          }))}
          onValueChange={(conflictPolicy) => {
            form.type({ conflictPolicy });
          }}
        />
      </Field>
      <Checkbox
        label={texts.webDevicesAllow}
        hint={texts.webDevicesHint}
        checked={text.webDevices === 'TICKED'}
        onCheckedChange={(isAllowed) => {
          form.type({ webDevices: isAllowed ? 'TICKED' : 'EMPTY' });
        }}
      />
      <FormRefusal form={form} showNow={texts.showCurrent} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={form.isSaving} disabled={!form.isChanged}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** All zones that the browser knows, and the one in use even if it does not. */
function timeZones(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(current) ? known : [current, ...known];
}
