import { positionLine, useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Words } from '../../components/Words.tsx';
import { useLocationSwitch, usePosition } from '../../lib/position.tsx';

/** Whether entries tell where they were made. Where they do not, a person turns it on here. */
export function LocationLine() {
  const words = useWords();
  const state = usePosition();
  const { turnOn } = useLocationSwitch();
  return (
    <View style={styles.line}>
      <Icon name="place" colour={state.kind === 'FIX' ? 'good' : 'ink-muted'} />
      <Words figures colour={state.kind === 'FIX' ? 'good' : 'ink-muted'} style={styles.said}>
        {positionLine(words, state)}
      </Words>
      {state.kind === 'OFF' && (
        <Button
          label={words.locationWords.turnOnHere}
          aria-label={words.locationWords.turnOn}
          onPress={turnOn}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  line: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: 12 },
  said: { flexGrow: 1, flexShrink: 1, flexBasis: 100 },
});
