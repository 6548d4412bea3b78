/** Equipment with its status and its next service: of a well, or of all wells by what is typed. */
import { useDebounced, useWords } from '@wellpulse/forms';
import { findItems } from '@wellpulse/offline';
import { useRouter } from 'expo-router';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Empty } from '../../components/lists/Empty.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useWell } from '../wells/use-well.ts';
import { ItemRow } from './ItemRow.tsx';

/** So many items are listed; who looks for another types more. */
const MOST_ITEMS = 50;

export interface EquipmentScreenProps {
  /** Null for all wells. */
  readonly wellId: string | null;
}

export function EquipmentScreen({ wellId }: EquipmentScreenProps) {
  const words = useWords();
  const { controlTexts, equipmentTexts, fieldWords } = words;
  const { company } = useSession();
  const router = useRouter();
  const mayEnter = useMay('ENTER');
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim());
  const well = useWell(wellId);
  const found = useRead(['equipment', wellId, asked], ({ records }) =>
    findItems(records, { wellId, text: asked, most: MOST_ITEMS }),
  );
  const mayAdd = mayEnter && well?.status !== 'PLUGGED';
  return (
    <Screen
      top={<SyncBanner timeZone={company.timeZone} />}
      bottom={
        mayAdd ? (
          <Button
            kind="PRIMARY"
            wide
            label={equipmentTexts.addEquipment}
            icon={<Icon name="add" colour="accent-ink" />}
            onPress={() => {
              router.push({ pathname: '/equipment/new', params: wellId === null ? {} : { wellId } });
            }}
          />
        ) : undefined
      }
    >
      <ScreenHead title={equipmentTexts.equipment} below={well?.name ?? null} />
      <SearchBox
        label={controlTexts.search}
        hint={equipmentTexts.searchHint}
        value={text}
        onChangeText={setText}
      />
      {found?.items.length === 0 && (
        <Empty
          icon="equipment"
          title={asked === '' ? equipmentTexts.none : equipmentTexts.noneMatches}
          about={asked === '' ? equipmentTexts.noneAtWell : fieldWords.noneMatchesHint}
        />
      )}
      <View
        role="list"
        aria-label={well ? equipmentTexts.equipmentOf(well.name) : equipmentTexts.allEquipment}
        style={styles.list}
      >
        {found?.items.map((item) => (
          <View key={item.id} role="listitem">
            <ItemRow
              item={item}
              withWell={wellId === null}
              href={{ pathname: '/equipment/[equipmentId]', params: { equipmentId: item.id } }}
            />
          </View>
        ))}
      </View>
      {found !== undefined && found.total > found.items.length && (
        <Words colour="ink-muted" figures>
          {fieldWords.firstOf(words.formatCount(found.items.length), words.formatCount(found.total))}
        </Words>
      )}
    </Screen>
  );
}

const styles = StyleSheet.create({ list: { gap: GAP } });
