'use client';

import type { TenantSettings } from '@wellpulse/contracts';
import { Card } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { ServiceIntervalsForm } from './ServiceIntervalsForm.tsx';
import { ServiceIntervalsTable } from './ServiceIntervalsTable.tsx';

const texts = office.settings;

/** How many days after a service the next one is due, where an item has no interval of its own. */
export function ServiceIntervalsCard({ settings }: { settings: TenantSettings }) {
  const { may } = useSession();
  return (
    <Card title={words.fieldLabel('settings', 'serviceIntervals')} description={texts.intervalsAbout}>
      {may('ADMINISTER') ? (
        <ServiceIntervalsForm settings={settings} />
      ) : (
        <ServiceIntervalsTable
          cell={(equipmentType, maintenanceType) => (
            <span className="num">{settings.serviceIntervals[equipmentType]?.[maintenanceType] ?? '—'}</span>
          )}
        />
      )}
    </Card>
  );
}
