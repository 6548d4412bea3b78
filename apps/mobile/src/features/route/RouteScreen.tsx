/** The day's route: wells in driving order, done ones ticked, the next one first. */
import { useWords } from '@wellpulse/forms';
import { wayOfDay } from '@wellpulse/domain';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TabBar } from '../../components/TabBar.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';
import { StopRow } from './StopRow.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useRouteOfDay } from './use-route-of-day.ts';

export function RouteScreen() {
  const { fieldWords, formatDayHeading } = useWords();
  const { company } = useSession();
  const today = useToday();
  const route = useRouteOfDay(today);
  const [isAll, setAll] = useState(false);
  const hasOwn = route?.some(({ isMine }) => isMine) ?? false;
  const { stops, next, done, expected } = wayOfDay(
    (route ?? []).filter(({ isMine }) => isAll || !hasOwn || isMine),
  );
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />} bottom={<TabBar here="route" />}>
      <View style={styles.head}>
        <Title>{formatDayHeading(today)}</Title>
        {route !== undefined && expected > 0 && (
          <Words colour="ink-muted" figures>
            {done === expected
              ? fieldWords.allDone
              : `${fieldWords.doneOf(done, expected)} · ${fieldWords.remaining(expected - done)}`}
          </Words>
        )}
      </View>
      <Unsaved stops={route} />
      {route !== undefined && stops.length === 0 && (
        <View style={styles.head}>
          <Title level={2}>{fieldWords.noWells}</Title>
          <Words colour="ink-muted">{fieldWords.noWellsHint}</Words>
        </View>
      )}
      <View role="list" aria-label={fieldWords.route} style={styles.list}>
        {stops.map((stop) => (
          <StopRow key={stop.wellId} stop={stop} day={today} isNext={stop === next} />
        ))}
      </View>
      {hasOwn && (
        <Button
          label={isAll ? fieldWords.myWells : fieldWords.allWells}
          onPress={() => {
            setAll(!isAll);
          }}
        />
      )}
    </Screen>
  );
}

const styles = StyleSheet.create({ head: { gap: 4 }, list: { gap: GAP } });
