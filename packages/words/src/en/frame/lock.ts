/** What the phone says before it opens: why it is closed, and how it opens. */
export const lock = {
  lost: {
    title: 'This device was reported lost or stolen',
    about: (instant: string) => `Its keys were ended on ${instant}. It opens for nobody, and sends nothing.`,
    waits: (content: string) => `Still on it: ${content}. Nothing of that is lost.`,
    found:
      'Is it yours, and found? Sign in with a network: you, or an administrator. Then it sends what waits.',
  },
  /** Opening by a finger or a face. The phone says which of them it knows. */
  quick: {
    title: { FINGER: 'Fingerprint', FACE: 'Face', EITHER: 'Fingerprint or face' },
    open: {
      FINGER: 'Open with fingerprint',
      FACE: 'Open with face',
      EITHER: 'Open with fingerprint or face',
    },
    turnOn: {
      FINGER: 'Turn on fingerprint',
      FACE: 'Turn on face',
      EITHER: 'Turn on fingerprint or face',
    },
    turnOff: {
      FINGER: 'Turn off fingerprint',
      FACE: 'Turn off face',
      EITHER: 'Turn off fingerprint or face',
    },
    about: {
      FINGER:
        'You then need not type your PIN here. Every fingerprint that this phone knows opens your key, so use a phone of your own.',
      FACE: 'You then need not type your PIN here. Every face that this phone knows opens your key, so use a phone of your own.',
      EITHER:
        'You then need not type your PIN here. Everybody whom this phone knows opens your key, so use a phone of your own.',
    },
    isOn: 'It is on, and your PIN goes on working. A new PIN turns it off.',
    pinOnce: 'Your PIN, this once',
    /** Asked by the phone itself. */
    question: (name: string) => `WellPulse: ${name}`,
    notOn: 'It was not turned on.',
    troubles: {
      REFUSED: 'That did not open it. Try again, or use your PIN.',
      GONE: 'This phone knows other fingers or faces now, or forgot them. Use your PIN, then turn it on again.',
    },
  },
};
