/** Asks what a photo is of: a reading of today, or an item. Its form opens, and the camera in it. */
import { wayOfDay } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import { findItems } from '@wellpulse/offline';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Segments } from '../../components/asking/Segments.tsx';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';
import { ItemRow } from '../equipment/ItemRow.tsx';
import { useRouteOfDay } from '../route/use-route-of-day.ts';

/** So many are listed; who looks for another types more. */
const MOST = 20;

export function TakePhotoScreen() {
  const { controlTexts, equipmentTexts, fieldWords, phoneWords } = useWords();
  const { company } = useSession();
  const [of, setOf] = useState<'READING' | 'ITEM'>('READING');
  const [text, setText] = useState('');
  const isReading = of === 'READING';
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={fieldWords.takePhoto} below={phoneWords.photoOfWhat} />
      <Segments
        label={phoneWords.photoOfWhat}
        value={of}
        options={[
          { value: 'READING', label: phoneWords.photoOfReading },
          { value: 'ITEM', label: phoneWords.photoOfItem },
        ]}
        onChange={setOf}
      />
      <SearchBox
        label={controlTexts.search}
        hint={isReading ? fieldWords.findWellHint : equipmentTexts.searchHint}
        value={text}
        onChangeText={setText}
      />
      {isReading ? <Readings text={text.trim()} /> : <Items text={text.trim()} />}
    </Screen>
  );
}

/** The readings of today: of the person's own wells first, in driving order. */
function Readings({ text }: { readonly text: string }) {
  const { controlTexts, fieldWords } = useWords();
  const today = useToday();
  const route = useRouteOfDay(today);
  const { stops, next } = wayOfDay(route ?? []);
  const key = text.toLowerCase();
  const found = stops
    .filter(({ takesReading, wellName }) => takesReading && wellName.toLowerCase().includes(key))
    .sort(
      (one, other) =>
        Number(other === next) - Number(one === next) || Number(other.isMine) - Number(one.isMine),
    );
  return (
    <View role="list" aria-label={fieldWords.route} style={styles.list}>
      {route !== undefined && found.length === 0 && (
        <Words colour="ink-muted">{controlTexts.nothingFound}</Words>
      )}
      {found.slice(0, MOST).map(({ wellId, wellName, route: ofRoute, record }) => (
        <View key={wellId} role="listitem">
          <WayRow
            href={{
              pathname: '/wells/[wellId]/[day]',
              params: { wellId, day: today, photo: 'take' },
            }}
            title={wellName}
            below={[ofRoute, record === null ? null : fieldWords.done]}
          />
        </View>
      ))}
    </View>
  );
}

function Items({ text }: { readonly text: string }) {
  const { equipmentTexts } = useWords();
  const found = useRead(['items', text], ({ records }) =>
    findItems(records, { wellId: null, text, most: MOST }),
  );
  return (
    <View role="list" aria-label={equipmentTexts.allEquipment} style={styles.list}>
      {found?.items.length === 0 && (
        <Words colour="ink-muted">{text === '' ? equipmentTexts.none : equipmentTexts.noneMatches}</Words>
      )}
      {found?.items.map((item) => (
        <View key={item.id} role="listitem">
          <ItemRow
            item={item}
            withWell
            href={{
              pathname: '/equipment/[equipmentId]/log',
              params: { equipmentId: item.id, photo: 'take' },
            }}
          />
        </View>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({ list: { gap: GAP } });
