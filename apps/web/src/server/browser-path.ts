/** Pages ask below this path. Cookies count here, and not below `/api`, where devices and programs bring a token (ADR 103). */
export const BROWSER_PATH = '/browser';
