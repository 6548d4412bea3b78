/** A well: its chart, and its last days, each a tap away from being entered or put right. */
import { PRODUCTS, VOLUME_FIELDS } from '@wellpulse/contracts';
import { addDays, positionOf } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import { useRouter } from 'expo-router';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Onward } from '../../components/lists/Onward.tsx';
import { LinkRow } from '../../components/LinkRow.tsx';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { ProductMark } from '../../components/ProductMark.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { useToday } from '../../lib/use-today.ts';
import { useDirections } from '../location/use-directions.ts';
import { knownDays } from './known-days.ts';
import { useDaysHeld } from './use-days-held.ts';
import { recordsOf, type OwnReading } from './records-of.ts';
import { WellChart } from './WellChart.tsx';
import { useWell } from './use-well.ts';

/** So many are shown until somebody wants more. */
const FIRST_SHOWN = 7;
const MOST_SHOWN = 31;

export function WellScreen({ wellId }: { readonly wellId: string }) {
  const words = useWords();
  const { equipmentTexts, listWords, locationWords, phoneWords, productionTexts, wellStatusNames } = words;
  const { company } = useSession();
  const router = useRouter();
  const today = useToday();
  const direct = useDirections();
  const mayEnter = useMay('ENTER');
  const well = useWell(wellId);
  const banner = <SyncBanner timeZone={company.timeZone} />;
  if (well === undefined) return <Screen top={banner}>{null}</Screen>;
  if (well === null) {
    return (
      <Screen top={banner}>
        <ScreenHead title={listWords.noSuchWell} below={listWords.noSuchWellHint} />
      </Screen>
    );
  }
  const position = positionOf(well);
  const newest = well.pluggedOn !== null && well.pluggedOn < today ? well.pluggedOn : today;
  return (
    <Screen top={banner}>
      <ScreenHead
        title={well.name}
        below={[
          well.lease,
          words.unbroken(well.apiNumber),
          well.status === 'ACTIVE' ? null : wellStatusNames[well.status],
        ]}
      />
      {well.pluggedOn !== null && (
        <Words colour="ink-muted">{productionTexts.pluggedOn(words.formatDayWithYear(well.pluggedOn))}</Words>
      )}
      {mayEnter && newest === today && (
        <Button
          kind="PRIMARY"
          label={phoneWords.enterProduction}
          icon={<Icon name="oil" colour="accent-ink" />}
          onPress={() => {
            router.push({ pathname: '/wells/[wellId]/[day]', params: { wellId, day: today } });
          }}
        />
      )}
      {position !== null && (
        <Button
          label={locationWords.directions}
          icon={<Icon name="directions" />}
          onPress={() => {
            direct({ name: well.name, position });
          }}
        />
      )}
      {mayEnter && (
        <WayRow
          href={{ pathname: '/wells/[wellId]/week', params: { wellId } }}
          icon="calendar"
          title={productionTexts.sevenDays}
        />
      )}
      <WayRow
        href={{ pathname: '/wells/[wellId]/equipment', params: { wellId } }}
        icon="equipment"
        title={equipmentTexts.equipment}
      />
      <WellChart wellId={wellId} until={newest} />
      <Title level={2}>{phoneWords.days}</Title>
      <Days wellId={wellId} newest={newest} today={today} />
    </Screen>
  );
}

interface DaysProps {
  readonly wellId: string;
  readonly newest: string;
  readonly today: string;
}

function Days({ wellId, newest, today }: DaysProps) {
  const { deskWords } = useWords();
  const [shown, setShown] = useState(FIRST_SHOWN);
  const rows = useRead(['production', wellId, newest, MOST_SHOWN], (client) =>
    recordsOf(client, wellId, { from: addDays(newest, 1 - MOST_SHOWN), to: newest }),
  );
  const held = useDaysHeld(wellId, newest);
  if (rows === undefined || held === undefined) return null;
  const readings = new Map(rows.map((row) => [row.productionDate, row]));
  const entered = new Set(readings.keys());
  const days = knownDays({ newest, count: shown, held, entered });
  return (
    <>
      <View role="list" style={styles.list}>
        {days.map((day) => (
          <DayRow key={day} wellId={wellId} day={day} today={today} record={readings.get(day) ?? null} />
        ))}
      </View>
      {shown < MOST_SHOWN && (
        <Button
          label={deskWords.showMore}
          onPress={() => {
            setShown(MOST_SHOWN);
          }}
        />
      )}
    </>
  );
}

interface DayRowProps {
  readonly wellId: string;
  readonly day: string;
  readonly today: string;
  readonly record: OwnReading | null;
}

function DayRow({ wellId, day, today, record }: DayRowProps) {
  const words = useWords();
  return (
    <View role="listitem">
      <LinkRow
        href={{ pathname: '/wells/[wellId]/[day]', params: { wellId, day } }}
        label={words.fieldWords.readReading(words.formatDay(day))}
      >
        <View style={styles.day}>
          <Words bold>{words.formatDayRelative(day, today)}</Words>
          {record?.isPending === true && (
            <Words size="base" bold colour="attention">
              {words.fieldWords.notSentYet}
            </Words>
          )}
        </View>
        {record === null ? (
          <>
            <Words size="base" colour="ink-muted">
              {words.phoneWords.notEntered}
            </Words>
            <Onward />
          </>
        ) : (
          <View style={styles.volumes}>
            {PRODUCTS.map((product) => (
              <View key={product} style={styles.volume}>
                <ProductMark product={product} />
                <Words figures>{words.formatVolumeWithUnit(record[VOLUME_FIELDS[product]], product)}</Words>
              </View>
            ))}
          </View>
        )}
      </LinkRow>
    </View>
  );
}

const styles = StyleSheet.create({
  list: { gap: GAP },
  day: { flexGrow: 1, flexShrink: 1, flexBasis: 100 },
  volumes: { alignItems: 'flex-end', maxWidth: '100%', gap: 2 },
  volume: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
});
