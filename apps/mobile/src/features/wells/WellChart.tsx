/** The well's production of 30 or 90 days, from what this phone has: a line for each product, each on a scale of its own. */
import { PRODUCTS, VOLUME_FIELDS, type Product, type ProductionRecord } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { linePath, rangeStart, seriesOf, toDailyVolumes, useWords, type ChartRange } from '@wellpulse/forms';
import type { ColourName } from '@wellpulse/tokens';
import { useMemo, useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Path, Svg } from 'react-native-svg';
import { Segments } from '../../components/asking/Segments.tsx';
import { ProductMark } from '../../components/ProductMark.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import { useDaysHeld } from './use-days-held.ts';
import { recordsOf } from './records-of.ts';

const DAYS = 90;
const HEIGHT = 64;
/** Drawn as wide as this, and stretched to the screen: the line keeps its strength. */
const WIDTH = 320;
const COLOURS: Readonly<Record<Product, ColourName>> = { OIL: 'oil', GAS: 'gas', WATER: 'water' };

export interface WellChartProps {
  readonly wellId: string;
  /** The last day that is drawn. */
  readonly until: string;
}

export function WellChart({ wellId, until }: WellChartProps) {
  const { chartTexts, fieldWords, formatDayShort, productionTexts } = useWords();
  const colours = useColours();
  const [range, setRange] = useState<ChartRange>('30');
  const rows = useRead(['production', wellId, until, DAYS], (client) =>
    recordsOf(client, wellId, { from: addDays(until, 1 - DAYS), to: until }),
  );
  const held = useDaysHeld(wellId, until);
  const daily = useMemo(
    () => (rows === undefined ? null : toDailyVolumes(seriesOf(rows), rangeStart(range, until), until)),
    [rows, range, until],
  );
  if (daily === null || rows?.length === 0) return null;
  return (
    <View
      role="region"
      aria-label={productionTexts.productionChart}
      style={[styles.chart, { borderColor: colours.line, backgroundColor: colours.surface }]}
    >
      <Segments
        label={chartTexts.range}
        value={range}
        options={[
          { value: '30', label: chartTexts.days30 },
          { value: '90', label: chartTexts.days90 },
        ]}
        onChange={setRange}
      />
      {PRODUCTS.map((product) => (
        <ProductLine
          key={product}
          product={product}
          values={daily.volumes[product]}
          last={rows?.find((row) => row[VOLUME_FIELDS[product]] !== null) ?? null}
        />
      ))}
      <View style={styles.days}>
        <Words size="base" colour="ink-muted" figures>
          {formatDayShort(daily.dates[0] ?? until)}
        </Words>
        <Words size="base" colour="ink-muted" figures>
          {formatDayShort(until)}
        </Words>
      </View>
      {held !== undefined && (
        <Words size="base" colour="ink-muted">
          {`${fieldWords.lastDaysHere(held)} ${fieldWords.moreAtOffice}`}
        </Words>
      )}
    </View>
  );
}

interface ProductLineProps {
  readonly product: Product;
  /** Oldest first; null for a day without a value. */
  readonly values: readonly (number | null)[];
  /** The newest reading that has a value. */
  readonly last: ProductionRecord | null;
}

function ProductLine({ product, values, last }: ProductLineProps) {
  const { formatVolumeWithUnit, phoneWords, productNames } = useWords();
  const colours = useColours();
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const highest = phoneWords.highest(formatVolumeWithUnit(Math.max(...known), product));
  const newest = last === null ? '' : formatVolumeWithUnit(last[VOLUME_FIELDS[product]], product);
  return (
    <View style={styles.line}>
      <View style={styles.head}>
        <ProductMark product={product} />
        <Words bold style={styles.name}>
          {productNames[product]}
        </Words>
        <Words bold figures>
          {newest}
        </Words>
      </View>
      <View role="img" aria-label={`${productNames[product]}: ${highest}`}>
        <Svg
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
          preserveAspectRatio="none"
        >
          <Path
            d={`M0 ${String(HEIGHT - 1)}h${String(WIDTH)}`}
            stroke={colours['line-strong']}
            strokeWidth={1}
            vectorEffect="non-scaling-stroke"
          />
          <Path
            d={linePath(values, { width: WIDTH, height: HEIGHT, padding: 4, from: 0 })}
            fill="none"
            stroke={colours[COLOURS[product]]}
            strokeWidth={3}
            strokeLinecap="round"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </Svg>
      </View>
      <Words size="base" colour="ink-muted" figures>
        {highest}
      </Words>
    </View>
  );
}

const styles = StyleSheet.create({
  chart: { borderWidth: 1, borderRadius: RADIUS, padding: 16, gap: 16 },
  line: { gap: 4 },
  head: { flexDirection: 'row', alignItems: 'center', gap: 8 },
  name: { flex: 1 },
  days: { flexDirection: 'row', justifyContent: 'space-between' },
});
