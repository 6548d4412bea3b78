import { parseSettings } from './settings.ts';

const settings = parseSettings({ WELLPULSE_WEB_PORT: '8080', DATABASE_URL: '' }, '/srv/wellpulse');

export const webPort = settings.webPort; // 8080
export const dataDir = settings.dataDir; // '/srv/wellpulse/.wellpulse'
export const isDemo = settings.demo; // true
