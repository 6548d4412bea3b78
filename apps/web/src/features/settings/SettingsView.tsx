import type { TenantSettings } from '@wellpulse/contracts';
import { office, words } from '../../lib/language.ts';

const texts = office.settings;

export function SettingsView({ settings }: { settings: TenantSettings }) {
  const rows = [
    [texts.name, settings.name],
    [texts.timeZone, settings.timeZone],
    [texts.threshold, `${settings.varianceThresholdPercent} %`],
    [texts.conflictPolicy, words.conflictPolicyNames[settings.conflictPolicy]],
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
