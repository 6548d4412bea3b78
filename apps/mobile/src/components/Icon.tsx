import type { ColourName } from '@wellpulse/tokens';
import { Path, Svg } from 'react-native-svg';
import { useColours } from '../lib/theme.tsx';
import { ICON_SHAPES, type IconName } from './icon-shapes.ts';

export interface IconProps {
  readonly name: IconName;
  readonly colour?: ColourName;
  /** In pixels. */
  readonly size?: number;
}

/** A sign beside a word that says the same. Nobody hears it. Where a browser forces its colours, it has that of the word. */
export function Icon({ name, colour = 'ink', size = 28 }: IconProps) {
  const colours = useColours();
  return (
    <Svg width={size} height={size} viewBox="0 0 24 24" fill="none" color={colours[colour]} aria-hidden>
      {ICON_SHAPES[name].map((line) => (
        <Path
          key={line}
          d={line}
          stroke="currentColor"
          strokeWidth={2.25}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </Svg>
  );
}
