import { addDays, assessVariance, dayInZone, distanceFeet, isBeyondGeofence } from '@wellpulse/domain';

const well = { latitude: 31.9974, longitude: -102.0779 };
const truck = { latitude: 31.9974, longitude: -102.0759 };

export const drop = assessVariance(70, 100, 20); // { kind: 'CHANGED', changePercent: -30 }
export const isTwentyPercentEnough = assessVariance(80, 100, 20); // null
export const today = dayInZone('2025-10-20T03:00:00Z', 'America/Chicago'); // '2025-10-19'
export const yesterday = addDays(today, -1); // '2025-10-18'
export const isFar = isBeyondGeofence({ distanceFeet: distanceFeet(well, truck) }); // true
