/** Requests that the API accepts as they are; a test names only what it is about. */
import type {
  EndpointRequest,
  endpoints,
  EquipmentCreateInput,
  MaintenanceCreateInput,
  ProductionEntryInput,
} from '@wellpulse/contracts';
import { uniqueApiNumber, uniqueEmail, uniqueSlug } from './unique.ts';

type Endpoints = typeof endpoints;
export type WellInput = EndpointRequest<Endpoints['wells']['create']>['body'];
export type UserInput = EndpointRequest<Endpoints['users']['create']>['body'];

/** Obeys the rules for passwords. */
export const TEST_PASSWORD = 'rods-and-tubing-4417';

export const aWell = (given: Partial<WellInput> = {}): WellInput => ({
  name: 'Caliche Ridge #1',
  apiNumber: uniqueApiNumber(),
  ...given,
});

export const aUser = (given: Partial<UserInput> = {}): UserInput => ({
  email: uniqueEmail('pumper'),
  name: 'Rosa Delgado',
  role: 'OPERATOR',
  password: TEST_PASSWORD,
  ...given,
});

/** A reading of a day that is past in every time zone. */
export const anEntry = (given: Partial<ProductionEntryInput> = {}): ProductionEntryInput => ({
  productionDate: '2025-03-10',
  oilVolume: 42.5,
  ...given,
});

export const anItem = (given: Partial<EquipmentCreateInput> = {}): EquipmentCreateInput => ({
  equipmentType: 'PUMP_JACK',
  serialNumber: uniqueSlug('PJ'),
  ...given,
});

/** Maintenance of a day that is past in every time zone. */
export const aLog = (given: Partial<MaintenanceCreateInput> = {}): MaintenanceCreateInput => ({
  maintenanceDate: '2025-03-10',
  maintenanceType: 'ROUTINE',
  description: 'Greased the bearings',
  ...given,
});
