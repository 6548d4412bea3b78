/** An item of equipment: how it is, what was done to it, and when it is due. */
import { photoHashIn } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import type { KnownItem, KnownLog } from '@wellpulse/offline';
import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { Badge } from '../../components/lists/Badge.tsx';
import { Empty } from '../../components/lists/Empty.tsx';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useMay, useSession } from '../../lib/session.tsx';
import { GAP, RADIUS, useColours } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';
import { KeptPhotos } from '../photos/KeptPhotos.tsx';
import { ItemBadges } from './ItemBadges.tsx';
import { useItem, type ItemKnown } from './use-item.ts';

export function ItemScreen({ equipmentId }: { readonly equipmentId: string }) {
  const known = useItem(equipmentId);
  return known === undefined || known === null ? <NoItem isRead={known === null} /> : <Item {...known} />;
}

/** In the place of an item that is not read yet, or not on this phone. */
export function NoItem({ isRead }: { readonly isRead: boolean }) {
  const { equipmentTexts, fieldWords } = useWords();
  const { company } = useSession();
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      {isRead && <ScreenHead title={equipmentTexts.noSuchItem} below={fieldWords.noWellsHint} />}
    </Screen>
  );
}

function Item({ item, logs }: ItemKnown) {
  const words = useWords();
  const { controlTexts, equipmentTexts, fieldWords, maintenanceTexts } = words;
  const { company } = useSession();
  const router = useRouter();
  const mayEnter = useMay('ENTER');
  const go = (pathname: '/equipment/[equipmentId]/log' | '/equipment/[equipmentId]/change') => {
    router.push({ pathname, params: { equipmentId: item.id } });
  };
  return (
    <Screen
      top={<SyncBanner timeZone={company.timeZone} />}
      bottom={
        mayEnter ? (
          <Button
            kind="PRIMARY"
            wide
            label={maintenanceTexts.logMaintenance}
            icon={<Icon name="wrench" colour="accent-ink" />}
            onPress={() => {
              go('/equipment/[equipmentId]/log');
            }}
          />
        ) : undefined
      }
    >
      <ScreenHead title={words.equipmentName(item)} />
      <ItemBadges status={item.status} due={item.due} isPending={item.isPending} />
      <WayRow
        href={{ pathname: '/wells/[wellId]', params: { wellId: item.wellId } }}
        title={item.wellName}
        icon="oil"
      />
      <Facts item={item} />
      {mayEnter && (
        <Button
          label={fieldWords.changeItem}
          onPress={() => {
            go('/equipment/[equipmentId]/change');
          }}
        />
      )}
      <Title level={2}>{maintenanceTexts.maintenance}</Title>
      {logs.length === 0 ? (
        <Empty icon="wrench" title={equipmentTexts.nothingLogged} about={maintenanceTexts.logAppears} />
      ) : (
        <View role="list" aria-label={maintenanceTexts.maintenance} style={styles.list}>
          {logs.map((log) => (
            <Log key={log.id} log={log} />
          ))}
        </View>
      )}
      <WayRow
        href={{ pathname: '/equipment/[equipmentId]/history', params: { equipmentId: item.id } }}
        icon="history"
        title={controlTexts.history}
      />
    </Screen>
  );
}

function Facts({ item }: { readonly item: KnownItem }) {
  const words = useWords();
  const { equipmentTexts, fieldLabel, formatDayWithYear } = words;
  const colours = useColours();
  const made = [item.manufacturer, item.model].filter((part) => part !== null).join(' ');
  const facts = [
    [fieldLabel('equipment', 'assetTag'), item.assetTag],
    [equipmentTexts.makeAndModel, made === '' ? null : made],
    [
      fieldLabel('equipment', 'installationDate'),
      item.installationDate === null ? null : formatDayWithYear(item.installationDate),
    ],
    [equipmentTexts.nextService, item.due === null ? null : formatDayWithYear(item.due.nextMaintenanceDate)],
  ].flatMap(([name = null, value = null]) => (name === null || value === null ? [] : [{ name, value }]));
  if (facts.length === 0) return null;
  return (
    <View style={[styles.card, { borderColor: colours.line, backgroundColor: colours.surface }]}>
      {facts.map(({ name, value }) => (
        <View key={name} style={styles.fact}>
          <Words size="base" colour="ink-muted" style={styles.name}>
            {name}
          </Words>
          <Words bold figures style={styles.value}>
            {value}
          </Words>
        </View>
      ))}
    </View>
  );
}

function Log({ log }: { readonly log: KnownLog }) {
  const words = useWords();
  const { fieldWords, maintenanceTexts, maintenanceTypeNames, equipmentStatusNames } = words;
  const colours = useColours();
  const today = useToday();
  const below = [
    log.technician === null ? null : maintenanceTexts.technician(log.technician),
    log.cost === null ? null : words.formatCost(log.cost),
    log.equipmentStatus === null ? null : equipmentStatusNames[log.equipmentStatus],
    log.nextMaintenanceDate === null
      ? null
      : maintenanceTexts.nextService(words.formatDayWithYear(log.nextMaintenanceDate)),
    maintenanceTexts.loggedBy(log.createdByName ?? fieldWords.colleague),
  ].filter((part) => part !== null);
  return (
    <View
      role="listitem"
      style={[styles.card, { borderColor: colours.line, backgroundColor: colours.surface }]}
    >
      <Words bold figures>
        {`${maintenanceTypeNames[log.maintenanceType]} · ${words.formatDayRelative(log.maintenanceDate, today)}`}
      </Words>
      <Words>{log.description}</Words>
      <KeptPhotos hashes={log.photoUrls.map(photoHashIn)} label={maintenanceTexts.photosOfEntry} />
      <Words size="base" colour="ink-muted" figures>
        {below.join(' · ')}
      </Words>
      {log.isPending && <Badge tone="attention" icon="cloudUp" text={fieldWords.notSentYet} />}
    </View>
  );
}

const styles = StyleSheet.create({
  list: { gap: GAP },
  card: { borderWidth: 1, borderRadius: RADIUS, padding: 16, gap: 10 },
  fact: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: 16,
  },
  name: { flexShrink: 1 },
  value: { flexShrink: 1, textAlign: 'right' },
});
