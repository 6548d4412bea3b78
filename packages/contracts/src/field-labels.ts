/** What each field is called on screens and in sentences. */
import type { Aggregate, FieldKey } from './catalogue.ts';

export const FIELD_LABELS: Readonly<Record<FieldKey, string>> = {
  'production.productionDate': 'Day',
  'production.oilVolume': 'Oil',
  'production.gasVolume': 'Gas',
  'production.waterVolume': 'Water',
  'production.entryMethod': 'Entered by',
  'production.notes': 'Notes',
  'production.location': 'Position of the entry',
  'equipment.wellId': 'Well',
  'equipment.equipmentType': 'Type',
  'equipment.serialNumber': 'Serial number',
  'equipment.assetTag': 'Asset tag',
  'equipment.manufacturer': 'Manufacturer',
  'equipment.model': 'Model',
  'equipment.installationDate': 'Installed',
  'equipment.status': 'Status',
  'equipment.serviceIntervalDays': 'Service interval',
  'maintenance.maintenanceDate': 'Day of maintenance',
  'maintenance.maintenanceType': 'Type of maintenance',
  'maintenance.description': 'What was done',
  'maintenance.technician': 'Technician',
  'maintenance.cost': 'Cost',
  'maintenance.nextMaintenanceDate': 'Next service',
  'maintenance.equipmentStatus': 'Status from then on',
  'maintenance.location': 'Position of the entry',
  'well.name': 'Name',
  'well.apiNumber': 'API number',
  'well.status': 'Status',
  'well.route': 'Route',
  'well.routePosition': 'Place on the route',
  'well.lease': 'Lease',
  'well.field': 'Field',
  'well.operator': 'Operator',
  'well.latitude': 'Latitude',
  'well.longitude': 'Longitude',
  'well.spudDate': 'Spud date',
  'well.pluggedOn': 'Plugged on',
  'well.operatorIds': 'Assigned operators',
};

const LABELS = new Map<string, string>(Object.entries(FIELD_LABELS));

/** The field itself where it has no label, such as one that a newer server tells of. */
export const fieldLabel = (aggregate: Aggregate, name: string): string =>
  LABELS.get(`${aggregate}.${name}`) ?? name;

/** The same for a name of any aggregate: fields of one name are called alike everywhere. */
export const labelNamed = (name: string): string => {
  const key = Object.keys(FIELD_LABELS).find((candidate) => candidate.endsWith(`.${name}`));
  return (key === undefined ? undefined : LABELS.get(key)) ?? name;
};
