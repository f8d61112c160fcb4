import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import './ui/base.css';

// The page's content policy forbids compiled schemas.
z.config({ jitless: true });

const Kit = lazy(async () => ({ default: (await import('./ui/kit/Kit.tsx')).Kit }));
const App = lazy(async () => ({ default: (await import('./app/App.tsx')).App }));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>{location.pathname === '/kit' ? <Kit /> : <App />}</Suspense>
    </StrictMode>,
  );
}
