/** The parser of pictures asks what its browser is called as soon as it is loaded. React Native's has no name, and that ended each form with photos. */
if (typeof navigator === 'object') {
  const named: { userAgent?: string } = navigator;
  if (named.userAgent === undefined) Object.assign(navigator, { userAgent: '' });
}

export {};
