import './jitless.ts';
// Before any component: where both say something, the component's own style must win.
import './ui/base.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startSession } from './app/session.ts';

const Kit = lazy(async () => ({ default: (await import('./ui/kit/Kit.tsx')).Kit }));

const root = document.getElementById('root');
if (root) {
  const kit = location.pathname === '/kit';
  // Asked before React begins: the first paint waits for the settings, and they are on their way meanwhile.
  if (!kit) startSession();
  createRoot(root).render(
    <StrictMode>
      {kit ? (
        <Suspense>
          <Kit />
        </Suspense>
      ) : (
        <App />
      )}
    </StrictMode>,
  );
}
