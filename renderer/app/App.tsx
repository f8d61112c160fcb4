import { type ReactNode, Suspense, useEffect } from 'react';
import { bridge, call } from '../bridge/client.ts';
import { Calendars } from '../features/calendars/Calendars.tsx';
import { Drafts } from '../features/drafts/Drafts.tsx';
import { DropTarget } from '../features/imports/DropTarget.tsx';
import { ImportDialog } from '../features/imports/ImportDialog.tsx';
import { openImport } from '../features/imports/store.ts';
import { Scoreboard } from '../features/insights/Scoreboard.tsx';
import { LazyMapScreen } from '../features/map/index.tsx';
import { Orders } from '../features/orders/Orders.tsx';
import { Parcels } from '../features/parcels/Parcels.tsx';
import { Queue } from '../features/queue/Queue.tsx';
import { Settings } from '../features/settings/Settings.tsx';
import { ConnectDialog } from '../features/shops/ConnectDialog.tsx';
import { Sources } from '../features/sources/Sources.tsx';
import { Today } from '../features/today/Today.tsx';
import { LiveRegionProvider, Skeleton, ToastProvider } from '../ui/index.ts';
import { startShortcuts } from './actions.ts';
import css from './app.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { GlobalActions } from './GlobalActions.tsx';
import { Rail } from './Rail.tsx';
import { followHistory, goTo, useRoute, type View } from './routes.ts';
import { useSession } from './session.ts';
import { StartFailureScreen } from './StartFailure.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useWords, WordsProvider } from './text.tsx';
import { useTheme } from './theme.ts';

const SCREENS: Readonly<Record<View, () => ReactNode>> = {
  today: Today,
  queue: Queue,
  parcels: Parcels,
  map: () => (
    <Suspense fallback={<Skeleton lines={10} />}>
      <LazyMapScreen />
    </Suspense>
  ),
  orders: Orders,
  drafts: Drafts,
  insights: Scoreboard,
  sources: Sources,
  settings: Settings,
  calendars: Calendars,
};

/** The page: providers, then the frame, then the screen that the route names. */
export function App() {
  const lang = useSession((state) => state.settings.lang);
  const ready = useSession((state) => state.settingsReady);
  useEffect(() => {
    const stops = [startShortcuts(), followHistory(), followOpen()];
    return () => stops.forEach((stop) => stop());
  }, []);
  useTheme();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  // Words and theme come with the settings: without them the first paint would be the wrong one.
  if (!ready) return null;
  return (
    <WordsProvider lang={lang}>
      <ErrorBoundary>
        <LiveRegionProvider>
          <Toasts>
            <DropTarget>
              <Frame />
            </DropTarget>
            <ImportDialog />
            <ConnectDialog />
            <GlobalActions />
          </Toasts>
        </LiveRegionProvider>
      </ErrorBoundary>
    </WordsProvider>
  );
}

function Toasts({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <ToastProvider labels={{ region: t('common.messages'), close: t('common.close') }}>
      {children}
    </ToastProvider>
  );
}

function Frame() {
  const { view } = useRoute();
  const { state, failure } = useSession((now) => now.health);
  const Screen = SCREENS[view];
  useEffect(() => {
    // Two frames: the first effect runs before the browser has painted what it belongs to.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => void call('shell.pageReady', { sincePageStartMs: performance.now() })),
    );
  }, []);
  if (state === 'failed' && failure) return <StartFailureScreen failure={failure} />;
  return (
    <div className={css['frame']}>
      <Rail />
      <main className={css['main']}>
        <ErrorBoundary key={view}>
          <Screen />
        </ErrorBoundary>
      </main>
      <StatusLine />
    </div>
  );
}

/** The tray, a notification or a second start may ask for a screen. */
function followOpen(): () => void {
  return bridge.on('open', ({ payload }) => {
    if (payload.view === 'import') {
      openImport(payload.path ?? undefined);
      return;
    }
    goTo(payload.view, payload.caseId ?? payload.parcelId ?? payload.draftId);
  });
}
