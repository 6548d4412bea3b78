import { SETTINGS_FIELDS, type TenantSettings } from '@wellpulse/contracts';
import { words } from '../../lib/language.ts';

export function SettingsView({ settings }: { settings: TenantSettings }) {
  const rows = [
    [words.fieldLabel('settings', 'name'), settings.name],
    [words.fieldLabel('settings', 'timeZone'), settings.timeZone],
    [
      words.fieldLabel('settings', 'varianceThresholdPercent'),
      `${settings.varianceThresholdPercent} ${SETTINGS_FIELDS.varianceThresholdPercent.unit}`,
    ],
    [words.fieldLabel('settings', 'conflictPolicy'), words.conflictPolicyNames[settings.conflictPolicy]],
    [words.fieldLabel('settings', 'webDevices'), words.fieldValue('webDevices', settings.webDevices)],
  ];
  return (
    <dl className="divide-y divide-line">
      {rows.map(([name, value]) => (
        <div key={name} className="flex flex-col gap-1 py-3 sm:flex-row sm:gap-4">
          <dt className="text-sm text-ink-muted sm:w-64">{name}</dt>
          <dd className="text-sm font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
