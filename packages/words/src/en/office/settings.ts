/** The settings of a tenant. */
export const settings = {
  forEverybody: 'They hold for everybody of this tenant.',
  administratorsOnly: 'Only administrators can change them.',
  timeZoneHint: 'Decides which day it is: entries are made for the day here, wherever a person is',
  timeZoneSearch: 'City or region',
  thresholdHint: 'A change of more than this against the day before raises an alert',
  conflictPolicyHint:
    'What counts when two devices write the same value. Both are kept and can be restored in any case',
  webDevicesAllow: 'Allow the app of the phone in a browser',
  webDevicesHint:
    'A browser keeps wells and readings without encrypting them. Without this, browsers register and sync no more',
  save: 'Save settings',
  saved: 'Settings saved',
  showCurrent: 'Show the settings as they are now',

  intervalsAbout:
    'Days until the next service, by type of equipment and kind of maintenance. An item’s own interval counts more.',
  intervalsInDays: 'Service intervals in days',
  /** `maintenance` in small letters. */
  intervalOf: (equipment: string, maintenance: string) => `${equipment}, ${maintenance}, days`,
  noInterval: 'None',
  intervalsNotValid: 'Each interval must be a whole number of days from 1 to 3,650, or empty for none.',
  saveIntervals: 'Save intervals',
  intervalsSaved: 'Service intervals saved',

  devices: 'Devices',
  devicesAbout: 'A laptop or a phone scans this at its first sign-in, or somebody types the two lines.',
  codeOf: (address: string) => `Code to scan: ${address}`,
  serverAddress: 'Server address',
  tenantName: 'Tenant',
  onlyThisMachine:
    'This address works on this computer only. Whoever runs WellPulse gives it another one (WELLPULSE_PUBLIC_URL).',
  withoutHttps: 'This address has no https: use it on a network that you trust only.',
};
