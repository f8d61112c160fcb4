import { z } from 'zod';

// The page's content policy forbids compiled schemas. Imported first: it must be said before any schema is built.
z.config({ jitless: true });
