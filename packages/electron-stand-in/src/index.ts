/** Runs a desktop app without the Electron binary. */
export {
  findElectron,
  launchStandIn,
  STAND_IN_FOLDER,
  type LaunchedApp,
  type LaunchOptions,
} from './playwright/launch-app.ts';
export { ownAddress, webAddress } from './web-address.ts';
