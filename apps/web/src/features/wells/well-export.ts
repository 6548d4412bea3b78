import type { WellListItem } from '@wellpulse/contracts';
import { STATUS_LOOKS } from '@wellpulse/ui';
import type { ExportColumns } from '../../components/ExportButton.tsx';

export const WELL_EXPORT: ExportColumns<WellListItem> = {
  name: (item) => item.name,
  apiNumber: (item) => item.apiNumber,
  status: (item) => STATUS_LOOKS[item.status].label,
  route: (item) => item.route,
  routePosition: (item) => item.routePosition,
  lease: (item) => item.lease,
  field: (item) => item.field,
  operator: (item) => item.operator,
  latitude: (item) => item.latitude,
  longitude: (item) => item.longitude,
  spudDate: (item) => item.spudDate,
  lastProductionDate: (item) => item.lastProductionDate,
  openAlerts: (item) => item.openAlerts,
};
