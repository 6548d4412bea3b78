/** English of the office. Its shape is the shape of every language of the office: a key that another lacks fails the types. */
import { audit } from './audit.ts';
import { devices } from './devices.ts';
import { handover } from './handover.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { pages } from './pages.ts';
import { settings } from './settings.ts';
import { users } from './users.ts';

export const officeEnglish = { audit, devices, handover, home, imports, pages, settings, users };

/** All texts of the office in one language, by feature. */
export type OfficeTexts = typeof officeEnglish;
