import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button, IconButton } from './Button.tsx';
import css from './Toast.module.css';

export interface ToastMessage {
  readonly text: string;
  readonly tone?: 'plain' | 'trouble';
  /** Usually "Undo". The toast goes once it has been used. */
  readonly action?: { readonly label: string; readonly shortcut?: string; readonly run: () => void };
  /** How long it stays; 8 seconds unless said. It waits while the pointer or the focus is on it. */
  readonly durationMs?: number;
}

export interface Toasts {
  show(message: ToastMessage): void;
  /** Takes away what offers to undo: it has been undone another way. */
  clear(): void;
}

interface Shown extends ToastMessage {
  readonly id: number;
}

const ToastContext = createContext<Toasts | null>(null);
/** More than this many at once would cover the work. */
const MOST = 3;

/** Messages that tell what was done and offer to undo it. Spoken politely; trouble is spoken at once. */
export function ToastProvider({
  labels,
  children,
}: {
  labels: { region: string; close: string };
  children: ReactNode;
}) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(1);
  const show = useCallback((message: ToastMessage) => {
    const id = next.current;
    next.current += 1;
    setShown((now) => [...now.slice(1 - MOST), { ...message, id }]);
  }, []);
  const drop = useCallback((id: number) => setShown((now) => now.filter((item) => item.id !== id)), []);
  const clear = useCallback(() => setShown((now) => now.filter((item) => !item.action)), []);
  const value = useMemo(() => ({ show, clear }), [show, clear]);
  return (
    <ToastContext value={value}>
      {children}
      <div className={css['region']} role="region" aria-label={labels.region}>
        {shown.map((item) => (
          <ToastItem key={item.id} item={item} closeLabel={labels.close} onGone={() => drop(item.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastItem({ item, closeLabel, onGone }: { item: Shown; closeLabel: string; onGone: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onGone, item.durationMs ?? 8000);
    return () => clearTimeout(timer);
  }, [held, item.durationMs, onGone]);
  return (
    <div
      className={`${css['toast']} ${item.tone === 'trouble' ? css['trouble'] : ''}`}
      role={item.tone === 'trouble' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css['text']}>{item.text}</span>
      {item.action && (
        <Button
          size="s"
          shortcut={item.action.shortcut}
          onClick={() => {
            item.action?.run();
            onGone();
          }}
        >
          {item.action.label}
        </Button>
      )}
      <IconButton icon="close" label={closeLabel} onClick={onGone} />
    </div>
  );
}

/** Shows a toast from anywhere below the provider. */
export function useToast(): Toasts {
  const context = useContext(ToastContext);
  if (!context) throw new Error('useToast needs a ToastProvider above it');
  return context;
}
