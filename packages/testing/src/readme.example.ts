import { anEntry, aWell } from '@wellpulse/testing';

export const name = aWell({ name: 'Haverhill #3' }).name; // 'Haverhill #3'
export const isAnotherWell = aWell().apiNumber === aWell().apiNumber; // false
export const oil = anEntry().oilVolume; // 42.5
