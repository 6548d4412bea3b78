import type { Position } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import { Linking } from 'react-native';
import { useToast } from '../../components/Toast.tsx';
import { directionsTo } from '../../data/directions.ts';
import { usePhone } from '../../lib/phone-context.tsx';

/** Opens the way to a well in another app, or says that there is none for it. */
export function useDirections(): (well: { readonly name: string; readonly position: Position }) => void {
  const { platform } = usePhone();
  const { locationWords } = useWords();
  const say = useToast();
  return ({ name, position }) => {
    Linking.openURL(directionsTo(platform, position, name)).catch(() => {
      say(locationWords.noMaps);
    });
  };
}
