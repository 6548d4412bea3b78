import { fileNameOf } from '@wellpulse/ui';

export const name = fileNameOf('acme#7'); // 'acme-7'
