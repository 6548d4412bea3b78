/** The first screen: what a person does most days, and the day's route, the next well first. Any other well is found by typing. */
import { useWords } from '@wellpulse/forms';
import { wayOfDay } from '@wellpulse/domain';
import { useRouter } from 'expo-router';
import { useRef, useState } from 'react';
import { StyleSheet, View, type TextInput } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TabBar } from '../../components/TabBar.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { usePlaceOfOrder } from '../../lib/position.tsx';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';
import { ClockNotice } from '../device/ClockNotice.tsx';
import { LocationLine } from '../location/LocationLine.tsx';
import { FoundWells } from './FoundWells.tsx';
import { QuickActions } from './QuickActions.tsx';
import { StopRow } from './StopRow.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useRouteOfDay } from './use-route-of-day.ts';

export function RouteScreen() {
  const { fieldWords, locationWords, phoneWords, formatDayHeading, formatProgress } = useWords();
  const { company } = useSession();
  const router = useRouter();
  const today = useToday();
  const route = useRouteOfDay(today);
  const isByDistance = usePlaceOfOrder() !== null;
  const [isAll, setAll] = useState(false);
  const [text, setText] = useState('');
  const searchBox = useRef<TextInput>(null);
  const hasOwn = route?.some(({ isMine }) => isMine) ?? false;
  const { stops, next, done, expected } = wayOfDay(
    (route ?? []).filter(({ isMine }) => isAll || !hasOwn || isMine),
  );
  const isSearching = text.trim() !== '';
  const enterProduction = () => {
    if (next === null) searchBox.current?.focus();
    else {
      const params = { wellId: next.wellId, day: today };
      router.push({ pathname: '/wells/[wellId]/[day]', params });
    }
  };
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />} bottom={<TabBar here="route" />}>
      <View style={styles.head}>
        <Title>{formatDayHeading(today)}</Title>
        {route !== undefined && expected > 0 && (
          <Words colour="ink-muted" figures>
            {formatProgress({ done, expected, listed: stops.length })}
          </Words>
        )}
      </View>
      <ClockNotice />
      <Unsaved stops={route} />
      {/* What is found stands above the keyboard. */}
      {!isSearching && (
        <>
          <LocationLine />
          <Button
            kind="PRIMARY"
            label={phoneWords.enterProduction}
            icon={<Icon name="oil" colour="accent-ink" />}
            onPress={enterProduction}
          />
          <QuickActions />
        </>
      )}
      <SearchBox
        ref={searchBox}
        label={fieldWords.findWell}
        hint={fieldWords.findWellHint}
        value={text}
        onChangeText={setText}
      />
      {isSearching && <FoundWells text={text.trim()} />}
      {!isSearching && route !== undefined && stops.length === 0 && (
        <View style={styles.head}>
          <Title level={2}>{fieldWords.noWells}</Title>
          <Words colour="ink-muted">{fieldWords.noWellsHint}</Words>
        </View>
      )}
      {!isSearching && stops.length > 0 && (
        <>
          <View style={styles.head}>
            <Title level={2}>
              {phoneWords.countedWells(
                hasOwn && !isAll ? fieldWords.myWells : fieldWords.allWells,
                stops.length,
              )}
            </Title>
            {isByDistance && (
              <Words size="base" colour="ink-muted">
                {locationWords.nearestFirst}
              </Words>
            )}
          </View>
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
        </>
      )}
    </Screen>
  );
}

const styles = StyleSheet.create({ head: { gap: 4 }, list: { gap: GAP } });
