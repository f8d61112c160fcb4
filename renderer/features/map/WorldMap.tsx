import {
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWords } from '../../app/text.tsx';
import { Button, IconButton } from '../../ui/index.ts';
import css from './map.module.css';
import { draw, type MapLine, type MapPoint, type Mark } from './draw.ts';
import { type Look, lookAfterKey, WHOLE, zoomBy } from './view.ts';
import { loadWorld, type World } from './world.ts';

/**
 * A map drawn here and now from outlines in the application: no tiles, no network. It has the focus as one thing, with
 * + - 0 and arrows; the pointer drags it and, with Ctrl, the wheel zooms. Whoever shows it also shows the equal table.
 */
export function WorldMap({
  label,
  points,
  lines,
  height,
  merge,
  onSelect,
  footer,
}: {
  label: string;
  points: readonly MapPoint[];
  lines: readonly MapLine[];
  height: number;
  /** One mark in place of several that would cover each other. */
  merge: (points: readonly MapPoint[]) => MapPoint;
  /** What a click on a mark does; on one that stands for several the map comes closer instead. */
  onSelect?: (id: string) => void;
  footer?: ReactNode;
}) {
  const { t } = useWords();
  const hint = useId();
  const [world, setWorld] = useState<World | null>(null);
  const [look, setLook] = useState<Look>(WHOLE);
  const { box, width } = useWidth();
  useEffect(() => {
    let gone = false;
    void loadWorld().then((loaded) => {
      if (!gone) setWorld(loaded);
    });
    return () => {
      gone = true;
    };
  }, []);
  const drawn = useMemo(
    () => draw({ world, points, lines, width, height, look, merge }),
    [world, points, lines, width, height, look, merge],
  );
  const press = (mark: Mark): void => {
    if (mark.count > 1) setLook(zoomBy(look, 2.5, { x: mark.x - width / 2, y: mark.y - height / 2 }));
    else onSelect?.(mark.id);
  };
  const drag = useDrag(look, setLook);
  useKeys(box, setLook);
  useWheelZoom(box, setLook);

  return (
    <div className={css['map']}>
      <div
        ref={box}
        className={css['stage']}
        role="region"
        aria-label={label}
        aria-describedby={hint}
        tabIndex={0}
        {...drag}
      >
        <svg
          className={css['svg']}
          width={width}
          height={height}
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          role="img"
          aria-label={t('map.picture', { n: points.length })}
          data-zoom={look.zoom.toFixed(2)}
          data-ready={world !== null}
        >
          <rect className={css['sea']} width={width} height={height} />
          <path className={css['graticule']} d={drawn.graticule} />
          <path className={css['land']} d={drawn.land} />
          <path className={css['borders']} d={drawn.borders} />
          {drawn.halos.map((halo) => (
            <path key={halo.id} className={`${css['halo']} ${css[halo.tone]}`} d={halo.d} />
          ))}
          {drawn.lines.map((one) => (
            <path key={one.id} className={`${css['line']} ${css[one.tone]}`} d={one.d} />
          ))}
          {drawn.marks.map((mark) => (
            <g
              key={mark.id}
              className={`${css['mark']} ${css[mark.tone]} ${onSelect || mark.count > 1 ? css['active'] : ''} ${mark.unsure ? css['unsure'] : ''}`}
              transform={`translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)})`}
              onClick={() => press(mark)}
              data-mark={mark.id}
              data-count={mark.count}
              data-unsure={mark.unsure ? true : undefined}
            >
              <title>{mark.title}</title>
              <Shape mark={mark} />
              {mark.mark !== undefined && <text dy="0.35em">{mark.mark}</text>}
            </g>
          ))}
          {drawn.labels.map((one) => (
            <text
              key={one.id}
              className={css['label']}
              x={one.x.toFixed(1)}
              y={one.y.toFixed(1)}
              textAnchor={one.anchor}
            >
              {one.text}
            </text>
          ))}
        </svg>
      </div>
      <div className={css['tools']}>
        <IconButton icon="plus" label={t('map.closer')} onClick={() => setLook(zoomBy(look, 1.6))} />
        <IconButton icon="minus" label={t('map.further')} onClick={() => setLook(zoomBy(look, 1 / 1.6))} />
        <Button size="s" variant="quiet" disabled={look === WHOLE} onClick={() => setLook(WHOLE)}>
          {t('map.whole')}
        </Button>
      </div>
      <p id={hint} className={css['foot']}>
        {t('map.hint')} {footer}
      </p>
    </div>
  );
}

/** Trouble is a square, the rest are circles: it is told by shape as well as by colour. */
function Shape({ mark: { tone, r } }: { mark: Mark }) {
  if (tone !== 'trouble') return <circle r={r.toFixed(1)} />;
  const side = (r * 1.8).toFixed(1);
  const from = (-r * 0.9).toFixed(1);
  return <rect x={from} y={from} width={side} height={side} rx="3" />;
}

/** The width of an element in whole pixels, followed as it changes. */
function useWidth(): { box: React.RefObject<HTMLDivElement | null>; width: number } {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const read = (): void => setWidth(Math.max(240, Math.floor(element.clientWidth)));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

/** Pointer handlers that move the map along. */
function useDrag(look: Look, setLook: (look: Look) => void) {
  const from = useRef<{ x: number; y: number; look: Look } | null>(null);
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (event.button !== 0) return;
      from.current = { x: event.clientX, y: event.clientY, look };
    },
    onPointerMove: (event: PointerEvent): void => {
      const start = from.current;
      if (!start || (event.buttons & 1) === 0) return;
      const x = event.clientX - start.x;
      const y = event.clientY - start.y;
      // A click on a mark is no drag.
      if (Math.hypot(x, y) < 4) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setLook({ ...start.look, x: start.look.x + x, y: start.look.y + y });
    },
    onPointerUp: (): void => {
      from.current = null;
    },
  };
}

/** Keys that act while the map itself has the focus. */
function useKeys(
  box: React.RefObject<HTMLDivElement | null>,
  setLook: (change: (look: Look) => Look) => void,
): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== element) return;
      if (lookAfterKey(WHOLE, event.key) === null) return;
      setLook((look) => lookAfterKey(look, event.key) ?? look);
      event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [box, setLook]);
}

/** Ctrl and wheel (or a pinch, which browsers tell as that) zoom at the pointer; the bare wheel scrolls the page. */
function useWheelZoom(
  box: React.RefObject<HTMLDivElement | null>,
  setLook: (change: (look: Look) => Look) => void,
): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const frame = element.getBoundingClientRect();
      const at = {
        x: event.clientX - frame.left - frame.width / 2,
        y: event.clientY - frame.top - frame.height / 2,
      };
      setLook((look) => zoomBy(look, Math.exp(-event.deltaY / 300), at));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [box, setLook]);
}
