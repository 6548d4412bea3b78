import { useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Icon } from '../../components/Icon.tsx';
import { LinkBox } from '../../components/LinkBox.tsx';
import { Words } from '../../components/Words.tsx';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../../lib/theme.tsx';
import type { RouteStop } from './use-route-of-day.ts';

export interface StopRowProps {
  readonly stop: RouteStop;
  readonly day: string;
  readonly isNext: boolean;
}

/** A well of the route: where to drive next, or what was read there. */
export function StopRow({ stop, day, isNext }: StopRowProps) {
  const { fieldWords, wellStatusNames, formatVolumeWithUnit } = useWords();
  const colours = useColours();
  const { record, wellStatus, wellId } = stop;
  return (
    <View role="listitem">
      <LinkBox
        href={
          stop.takesReading
            ? { pathname: '/wells/[wellId]/[day]', params: { wellId, day } }
            : { pathname: '/wells/[wellId]', params: { wellId } }
        }
        label={fieldWords.openWell(stop.wellName)}
        style={[
          styles.row,
          isNext
            ? { borderColor: colours.accent, backgroundColor: colours['accent-soft'], borderWidth: 3 }
            : { borderColor: colours.line, backgroundColor: colours.surface },
        ]}
      >
        <View style={styles.names}>
          {isNext && (
            <Words size="base" bold colour="accent-text">
              {fieldWords.nextWell}
            </Words>
          )}
          <Words bold numberOfLines={1}>
            {stop.wellName}
          </Words>
          <Words size="base" colour="ink-muted" numberOfLines={1}>
            {[stop.route, wellStatus === 'ACTIVE' ? null : wellStatusNames[wellStatus]]
              .filter((part) => part !== null)
              .join(' · ')}
          </Words>
        </View>
        {record === null ? (
          <Icon name="next" colour={isNext ? 'accent-text' : 'ink-muted'} />
        ) : (
          <>
            <Words bold colour="good" figures>
              {formatVolumeWithUnit(record.oilVolume, 'OIL')}
            </Words>
            <Icon name="done" colour="good" />
          </>
        )}
      </LinkBox>
    </View>
  );
}

const styles = StyleSheet.create({
  row: {
    minHeight: BUTTON_HEIGHT,
    flexDirection: 'row',
    alignItems: 'center',
    gap: 14,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 16,
    paddingVertical: 10,
  },
  names: { flex: 1, gap: 2 },
});
