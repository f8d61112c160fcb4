import { appTexts } from './app.ts';
import { calendarTexts } from './calendars.ts';
import { carrierSourceTexts } from './carrierSources.ts';
import { connectTexts } from './connect.ts';
import { draftTexts } from './drafts.ts';
import { etaTexts } from './eta.ts';
import { importWizardTexts } from './importWizard.ts';
import { labTexts } from './lab.ts';
import { insightTexts } from './insights.ts';
import { mapTexts } from './map.ts';
import { orderTexts } from './orders.ts';
import { parcelTexts } from './parcels.ts';
import { queueTexts } from './queue.ts';
import { serviceTexts } from './services.ts';
import { settingsTexts } from './settings.ts';
import { sourceTexts } from './sources.ts';
import { startupTexts } from './startup.ts';
import { todayTexts } from './today.ts';
import { commonTexts } from './common.ts';
import { faultTexts } from './faults.ts';
import { headlessTexts } from './headless.ts';
import { importTexts } from './imports.ts';
import { nodeTexts } from './nodes.ts';
import { shellTexts } from './shell.ts';
import { shopTexts } from './shops.ts';
import { weatherTexts } from './weather.ts';

/** Every message of the interface. A feature adds its file here. */
export const uiTexts = {
  ...appTexts,
  ...calendarTexts,
  ...carrierSourceTexts,
  ...connectTexts,
  ...draftTexts,
  ...etaTexts,
  ...importWizardTexts,
  ...labTexts,
  ...insightTexts,
  ...mapTexts,
  ...orderTexts,
  ...parcelTexts,
  ...queueTexts,
  ...serviceTexts,
  ...settingsTexts,
  ...sourceTexts,
  ...startupTexts,
  ...todayTexts,
  ...commonTexts,
  ...faultTexts,
  ...headlessTexts,
  ...importTexts,
  ...nodeTexts,
  ...shellTexts,
  ...shopTexts,
  ...weatherTexts,
};

export type UiKey = keyof typeof uiTexts;
