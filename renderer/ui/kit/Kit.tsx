import { useEffect, useState } from 'react';
import { EventNodes } from './nodes.tsx';
import { Controls, Overlays } from './controls.tsx';
import { Lists } from './lists.tsx';
import { LiveRegionProvider, Segmented, ToastProvider } from '../index.ts';
import css from './kit.module.css';

/** `?theme=dark` or `light` in the address, else the system's. */
function startTheme(): 'light' | 'dark' {
  const asked = new URLSearchParams(location.search).get('theme');
  if (asked !== null) return asked === 'dark' ? 'dark' : 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Every part of the design system on one page, in all its states. Words here are for the team and stay in English. */
export function Kit() {
  const [theme, setTheme] = useState(startTheme);
  const [density, setDensity] = useState<'comfortable' | 'compact'>('comfortable');
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['density'] = density;
    document.documentElement.lang = 'en';
  }, [theme, density]);
  return (
    <LiveRegionProvider>
      <ToastProvider labels={{ region: 'Messages', close: 'Close' }}>
        <main className={css['kit']}>
          <header className={css['head']}>
            <h1>Seamark design system</h1>
            <div className={css['rowWrap']}>
              <Segmented
                label="Theme"
                value={theme}
                options={[
                  { value: 'light', label: 'Light' },
                  { value: 'dark', label: 'Dark' },
                ]}
                onChange={setTheme}
              />
              <Segmented
                label="Density"
                value={density}
                options={[
                  { value: 'comfortable', label: 'Comfortable' },
                  { value: 'compact', label: 'Compact' },
                ]}
                onChange={setDensity}
              />
            </div>
          </header>
          <Type />
          <EventNodes />
          <Controls />
          <Overlays />
          <Lists />
        </main>
      </ToastProvider>
    </LiveRegionProvider>
  );
}

const SIZES = ['t28', 't20', 't15', 't13', 't12'] as const;
const COLOURS = [
  'ground',
  'raised',
  'sunken',
  'ink',
  'ink-2',
  'line',
  'line-strong',
  'accent',
  'critical',
  'high',
  'medium',
  'low',
  'good',
];

function Type() {
  return (
    <section className={css['section']} aria-label="Type and colour">
      <h2>Type and colour</h2>
      {SIZES.map((size) => (
        <p key={size} style={{ fontSize: `var(--${size})` }}>
          {size} Parcel held at import customs 包裹被进口海关扣留 <span lang="th">พัสดุถึงศูนย์คัดแยก</span>{' '}
          <span lang="vi">Kiện hàng đã đến bưu cục</span> <span className="num">0123456789</span>
        </p>
      ))}
      <ul className={css['swatches']}>
        {COLOURS.map((colour) => (
          <li key={colour}>
            <span className={css['swatch']} style={{ background: `var(--${colour})` }} />
            {colour}
          </li>
        ))}
      </ul>
    </section>
  );
}
