import { Component, type ReactNode } from 'react';
import { Button } from '../ui/index.ts';
import css from './app.module.css';
import { useWords } from './text.tsx';

/** A screen that broke says so and offers to reload; the engine goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useWords();
  return (
    <div className={css['fail']} role="alert">
      <div className={css['failBox']}>
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.text')}</p>
        <div>
          <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
            {t('crash.reload')}
          </Button>
        </div>
      </div>
    </div>
  );
}
