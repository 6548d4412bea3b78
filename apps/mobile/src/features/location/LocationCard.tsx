import { useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useLocationSwitch, usePosition } from '../../lib/position.tsx';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import { LocationLine } from './LocationLine.tsx';

/** Of this device's settings: what location is for, and turning it on and off. */
export function LocationCard() {
  const { locationWords } = useWords();
  const colours = useColours();
  const state = usePosition();
  const { turnOff } = useLocationSwitch();
  return (
    <View style={[styles.card, { borderColor: colours.line, backgroundColor: colours.surface }]}>
      <Title level={2}>{locationWords.title}</Title>
      <Words colour="ink-muted">{locationWords.purpose}</Words>
      <LocationLine />
      {state.kind !== 'OFF' && <Button label={locationWords.turnOff} onPress={turnOff} />}
    </View>
  );
}

const styles = StyleSheet.create({ card: { borderWidth: 1, borderRadius: RADIUS, padding: 16, gap: 14 } });
