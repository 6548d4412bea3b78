/** What is overdue or due soon, the most urgent first. */
import { dueItemSchema } from '@wellpulse/contracts';
import { useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Empty } from '../../components/lists/Empty.tsx';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';
import { ItemBadges } from './ItemBadges.tsx';

export function DueScreen() {
  const words = useWords();
  const { maintenanceTexts } = words;
  const { company } = useSession();
  // Tomorrow other items are due.
  const today = useToday();
  const items = useRead(['due', today], async ({ records }) => {
    const found = await records.due().all();
    return found.map((item) => ({ ...dueItemSchema.parse(item), isPending: item.isPending }));
  });
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={maintenanceTexts.maintenanceDue} below={maintenanceTexts.within14Days} />
      {items?.length === 0 && (
        <Empty
          icon="due"
          colour="good"
          title={maintenanceTexts.nothingDue.ALL}
          about={maintenanceTexts.dueRule}
        />
      )}
      <View role="list" aria-label={maintenanceTexts.dueItems} style={styles.list}>
        {items?.map((item) => (
          <View key={item.equipmentId} role="listitem">
            <WayRow
              href={{
                pathname: '/equipment/[equipmentId]',
                params: { equipmentId: item.equipmentId },
              }}
              title={words.equipmentName(item)}
              below={[item.wellName, item.route, words.formatDayWithYear(item.nextMaintenanceDate)]}
            >
              <ItemBadges status={item.status} due={item} isPending={item.isPending} />
            </WayRow>
          </View>
        ))}
      </View>
    </Screen>
  );
}

const styles = StyleSheet.create({ list: { gap: GAP } });
