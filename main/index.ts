import * as electron from 'electron';
import { startShell } from './shell/app.ts';

/** Where the desktop app begins. Everything else is in `shell/`, which gets Electron handed in. */
startShell(electron);
