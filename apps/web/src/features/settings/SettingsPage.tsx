'use client';

import { Card, PageHeader, Skeleton } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { DevicesCard, type DevicesCardProps } from './DevicesCard.tsx';
import { ServiceIntervalsCard } from './ServiceIntervalsCard.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SettingsView } from './SettingsView.tsx';
import { useSettings } from '../../queries/settings-queries.ts';

const texts = office.settings;

/** `origin`: under which devices find this server. */
export function SettingsPage({ origin }: DevicesCardProps) {
  const { may } = useSession();
  const query = useSettings();
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <PageHeader
        title={words.shellWords.pageNames.settings}
        description={may('ADMINISTER') ? texts.forEverybody : texts.administratorsOnly}
      />
      <Card>
        <Loaded query={query} loading={<Skeleton className="h-80" />}>
          {(settings) =>
            may('ADMINISTER') ? <SettingsForm settings={settings} /> : <SettingsView settings={settings} />
          }
        </Loaded>
      </Card>
      {/* It comes after the form, whose height depends on the screen: it would jump. */}
      {!query.isPending && <DevicesCard origin={origin} />}
      {query.data !== undefined && <ServiceIntervalsCard settings={query.data} />}
    </div>
  );
}
