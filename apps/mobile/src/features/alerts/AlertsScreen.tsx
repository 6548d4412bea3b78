/** Open alerts, as the office raised them. */
import { groupAlerts } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import { openAlerts } from '@wellpulse/forms/device';
import { StyleSheet, View } from 'react-native';
import { Onward } from '../../components/lists/Onward.tsx';
import { LinkRow } from '../../components/LinkRow.tsx';
import { ProductMark } from '../../components/ProductMark.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TabBar } from '../../components/TabBar.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';

export function AlertsScreen() {
  const words = useWords();
  const { alertTexts, fieldWords, formatDayRelative, formatAlertChange } = words;
  const { formatVolume, formatVolumeWithUnit } = words;
  const { company } = useSession();
  const today = useToday();
  const alerts = useRead(['alerts'], openAlerts);
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />} bottom={<TabBar here="alerts" />}>
      <View style={styles.head}>
        <Title>{alertTexts.alerts}</Title>
        <Words colour="ink-muted">{alertTexts.rule(company.varianceThresholdPercent)}</Words>
      </View>
      {alerts?.length === 0 && (
        <View style={styles.head}>
          <Title level={2}>{alertTexts.noneOpen}</Title>
          <Words colour="ink-muted">{alertTexts.noneHint}</Words>
        </View>
      )}
      {alerts !== undefined && alerts.length > 0 && (
        <Words colour="ink-muted">{fieldWords.alertsOnDashboard}</Words>
      )}
      <View role="list" aria-label={alertTexts.alerts} style={styles.list}>
        {groupAlerts(alerts ?? []).map((group) => (
          <View key={group.id} role="listitem">
            <LinkRow href={{ pathname: '/wells/[wellId]', params: { wellId: group.wellId } }}>
              <View style={styles.names}>
                <Words bold>{group.wellName}</Words>
                <Words size="base" colour="ink-muted">
                  {formatDayRelative(group.productionDate, today)}
                </Words>
                {group.alerts.map((alert) => (
                  <View key={alert.id} style={styles.line}>
                    <ProductMark product={alert.product} />
                    <View style={styles.change}>
                      <Words figures>
                        {`${formatVolume(alert.previousValue)} → ${formatVolumeWithUnit(alert.currentValue, alert.product)}`}
                      </Words>
                      <Words bold colour="attention" figures>
                        {formatAlertChange(alert)}
                      </Words>
                    </View>
                  </View>
                ))}
              </View>
              <Onward />
            </LinkRow>
          </View>
        ))}
      </View>
    </Screen>
  );
}

const styles = StyleSheet.create({
  head: { gap: 4 },
  list: { gap: GAP },
  names: { flex: 1, gap: 4 },
  line: { flexDirection: 'row', alignItems: 'center', gap: 8 },
  change: { flex: 1, flexDirection: 'row', flexWrap: 'wrap', columnGap: 8 },
});
