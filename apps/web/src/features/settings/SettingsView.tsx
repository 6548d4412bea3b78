import type { TenantSettings } from '@wellpulse/contracts';
import { CONFLICT_POLICY_NAMES } from '../../lib/words.ts';

export function SettingsView({ settings }: { settings: TenantSettings }) {
  const rows = [
    ['Name', settings.name],
    ['Time zone', settings.timeZone],
    ['Variance threshold', `${settings.varianceThresholdPercent} %`],
    ['When two devices write the same value', CONFLICT_POLICY_NAMES[settings.conflictPolicy]],
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
