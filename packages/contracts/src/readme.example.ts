import { endpoints, mayAccess, productionEntrySchema } from '@wellpulse/contracts';

const entry = { productionDate: '2025-10-20', oilVolume: 42.5 };

export const oil = productionEntrySchema.parse(entry).oilVolume; // 42.5
export const isHalfABarrelLess = productionEntrySchema.safeParse({ ...entry, oilVolume: -0.5 }).success; // false
export const path = endpoints.production.create.path; // '/wells/:wellId/production'
export const mayOperatorsEnter = mayAccess('OPERATOR', endpoints.production.create.access); // true
