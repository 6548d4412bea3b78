import type { screens as english } from '../../en/screens/index.ts';
import { alertTexts } from './alerts.ts';
import { chartTexts } from './charts.ts';
import { conflictTexts } from './conflicts.ts';
import { controlTexts } from './controls.ts';
import { daySheetTexts } from './day-sheet.ts';
import { draftTexts } from './drafts.ts';
import { formTexts } from './entry-forms.ts';
import { equipmentTexts } from './equipment.ts';
import { maintenanceTexts } from './maintenance.ts';
import { mapTexts } from './map.ts';
import { photoTexts } from './photos.ts';
import { productionTexts } from './production.ts';
import { readingWords } from './readings.ts';
import { wellTexts } from './wells.ts';

export const screens: typeof english = {
  alertTexts,
  chartTexts,
  conflictTexts,
  controlTexts,
  daySheetTexts,
  draftTexts,
  formTexts,
  equipmentTexts,
  maintenanceTexts,
  mapTexts,
  photoTexts,
  productionTexts,
  readingWords,
  wellTexts,
};
