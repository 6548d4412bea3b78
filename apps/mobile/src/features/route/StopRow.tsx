import { distanceFeet } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Icon } from '../../components/Icon.tsx';
import { Onward } from '../../components/lists/Onward.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { LinkRow } from '../../components/LinkRow.tsx';
import { Words } from '../../components/Words.tsx';
import { usePosition } from '../../lib/position.tsx';
import { useColours } from '../../lib/theme.tsx';
import { useDirections } from '../location/use-directions.ts';
import type { RouteStop } from './use-route-of-day.ts';

export interface StopRowProps {
  readonly stop: RouteStop;
  readonly day: string;
  readonly isNext: boolean;
}

/** A well of the route: where to drive next, or what was read there. */
export function StopRow({ stop, day, isNext }: StopRowProps) {
  const { fieldWords, locationWords, wellStatusNames, formatFeet, formatVolumeWithUnit, unbroken } =
    useWords();
  const colours = useColours();
  const here = usePosition();
  const direct = useDirections();
  const { record, wellStatus, wellId, wellName, position } = stop;
  const away =
    here.kind === 'FIX' && position !== null && record === null
      ? locationWords.away(formatFeet(distanceFeet(here.fix, position)))
      : null;
  const status = wellStatus === 'ACTIVE' ? null : wellStatusNames[wellStatus];
  return (
    <View role="listitem" style={styles.line}>
      <LinkRow
        href={
          stop.takesReading
            ? { pathname: '/wells/[wellId]/[day]', params: { wellId, day } }
            : { pathname: '/wells/[wellId]', params: { wellId } }
        }
        label={fieldWords.openWell(wellName)}
        style={[
          styles.box,
          isNext && { borderColor: colours.accent, backgroundColor: colours['accent-soft'], borderWidth: 3 },
        ]}
      >
        <View style={styles.names}>
          {isNext && (
            <Words size="base" bold colour="accent-text">
              {fieldWords.nextWell}
            </Words>
          )}
          <Words bold>{wellName}</Words>
          <Words size="base" figures colour="ink-muted">
            {[away, unbroken(stop.apiNumber), stop.route, status].filter((part) => part !== null).join(' · ')}
          </Words>
        </View>
        {record === null ? (
          <Onward colour={isNext ? 'accent-text' : 'ink-muted'} />
        ) : (
          <>
            <Words bold colour="good" figures>
              {formatVolumeWithUnit(record.oilVolume, 'OIL')}
            </Words>
            <Icon name="done" colour="good" />
          </>
        )}
      </LinkRow>
      {isNext && position !== null && (
        <IconButton
          label={locationWords.directionsTo(wellName)}
          icon={<Icon name="directions" />}
          onPress={() => {
            direct({ name: wellName, position });
          }}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  line: { flexDirection: 'row', alignItems: 'center', gap: 12 },
  box: { flex: 1 },
  names: { flexGrow: 1, flexShrink: 1, flexBasis: 100, gap: 2 },
});
