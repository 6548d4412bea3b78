import { safeNext } from './features/session/safe-next.ts';

export const asked = safeNext('/wells?route=North'); // '/wells?route=North'
export const elsewhere = safeNext('//another.example/wells'); // '/'
