import type { ColourName } from '@wellpulse/tokens';
import { useIsNarrow } from '../../lib/theme.tsx';
import { Icon } from '../Icon.tsx';

/** At the end of a row that leads on. Where a line has room for a word or two, the words have all of it. */
export function Onward({ colour = 'ink-muted' }: { readonly colour?: ColourName }) {
  return useIsNarrow() ? null : <Icon name="next" colour={colour} />;
}
