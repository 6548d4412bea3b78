'use client';

import type { TenantSettings } from '@wellpulse/contracts';
import { Card } from '@wellpulse/ui';
import { useState } from 'react';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { ServiceIntervalsForm } from './ServiceIntervalsForm.tsx';
import { ServiceIntervalsTable } from './ServiceIntervalsTable.tsx';

const texts = office.settings;

export interface ServiceIntervalsCardProps {
  readonly settings: TenantSettings;
  /** Asks for the settings as they are now. */
  readonly onReload: () => Promise<void>;
}

/** How many days after a service the next one is due, where an item has no interval of its own. */
export function ServiceIntervalsCard({ settings, onReload }: ServiceIntervalsCardProps) {
  const { may } = useSession();
  // Counts how often the form was opened.
  const [opened, setOpened] = useState(1);
  return (
    <Card title={words.fieldLabel('settings', 'serviceIntervals')} description={texts.intervalsAbout}>
      {may('ADMINISTER') ? (
        <ServiceIntervalsForm
          key={opened}
          initial={settings}
          current={settings}
          onReload={() => {
            void onReload().then(() => {
              setOpened(opened + 1);
            });
          }}
        />
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
