/** What is said about the position of the person at a device. */
export const location = {
  title: 'Location',
  turnOn: 'Turn on location',
  /** Of the same button, where there is little room. */
  turnOnHere: 'Turn on',
  turnOff: 'Turn off location',
  purpose:
    'What you enter then tells where you stood, and the nearest well comes first. Nothing is told while the app is closed.',
  /** What is said in place of a position. */
  states: {
    OFF: 'Location is off',
    REFUSED: 'Location is not allowed',
    SWITCHED_OFF: 'Location is switched off on this device',
    SEARCHING: 'Looking for your position',
    NO_FIX: 'No position yet',
  },
  /** What a person can do about it. Each says that it holds up nothing. */
  hints: {
    REFUSED: 'You can save without it, or allow it in the settings of this device.',
    SWITCHED_OFF: 'You can save without it, or turn it on in the settings of this device.',
    NO_FIX: 'You can save without it.',
  },
  within: (accuracy: string) => `Location is on, within ${accuracy}`,
  far: (distance: string) => `You are ${distance} from this well. Is it the right one?`,
  /** Of a fix that is not as exact as it should be. */
  coarse: {
    FIX: (accuracy: string) => `Only within ${accuracy} so far. It gets better while you type.`,
    TYPED: (accuracy: string) => `Only within ${accuracy}. Four decimals are more exact.`,
  },
  away: (distance: string) => `${distance} away`,
  nearestFirst: 'The nearest well comes first',

  type: 'Type the position',
  measure: 'Do not type it',
  typed: 'Position',
  typedHint: 'Latitude and longitude, as your map shows them',
  notAPosition: 'Type latitude and longitude, such as 31.8457, -102.3676',

  directions: 'Directions',
  directionsTo: (well: string) => `Directions to ${well}`,
  noMaps: 'No app on this device shows the way',
};
