import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { call } from './lib/bridge.ts';
import { applyTheme, readTheme } from './lib/theme.ts';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
applyTheme(readTheme());
const start = await call('program.start', {});
document.documentElement.lang = start.language;
createRoot(root).render(
  <StrictMode>
    <App start={start} />
  </StrictMode>,
);
