import { useWords } from '@wellpulse/forms';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/lists/Card.tsx';
import { useLocationSwitch, usePosition } from '../../lib/position.tsx';
import { LocationLine } from './LocationLine.tsx';

/** Of this device's settings: what location is for, and turning it on and off. */
export function LocationCard() {
  const { locationWords } = useWords();
  const state = usePosition();
  const { turnOff } = useLocationSwitch();
  return (
    <Card title={locationWords.title} about={locationWords.purpose}>
      <LocationLine />
      {state.kind !== 'OFF' && <Button label={locationWords.turnOff} onPress={turnOff} />}
    </Card>
  );
}
