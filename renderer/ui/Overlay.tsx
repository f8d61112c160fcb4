import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { type ReactElement, type ReactNode, type RefObject, useRef } from 'react';
import { IconButton } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import css from './Overlay.module.css';
import { Kbd } from './Text.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly size?: 's' | 'm' | 'l';
  readonly closeLabel: string;
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

/** A modal question or a step of work. Focus goes in, stays in, and goes back where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  size = 'm',
  closeLabel,
  initialFocus,
}: DialogProps) {
  // The box itself gets the focus unless a part is named: a ring around the close button would invite to close.
  const box = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={css['backdrop']} />
        <BaseDialog.Popup
          className={`${css['dialog']} ${css[size]}`}
          ref={box}
          tabIndex={-1}
          initialFocus={initialFocus ?? box}
        >
          <header className={css['head']}>
            <BaseDialog.Title className={css['title']}>{title}</BaseDialog.Title>
            <IconButton icon="close" label={closeLabel} onClick={onClose} />
          </header>
          <div className={css['body']}>{children}</div>
          {actions && <footer className={css['foot']}>{actions}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  readonly tone?: 'danger';
  readonly onSelect: () => void;
}

/** A menu of actions behind one button. */
export function Menu({
  label,
  trigger,
  items,
}: {
  label: string;
  trigger: ReactElement;
  items: readonly (MenuItem | 'separator')[];
}) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align="end" className={css['positioner']}>
          <BaseMenu.Popup className={css['menu']} aria-label={label}>
            {items.map((item, index) =>
              item === 'separator' ? (
                <BaseMenu.Separator key={`separator ${String(index)}`} className={css['separator']} />
              ) : (
                <BaseMenu.Item
                  key={item.id}
                  disabled={item.disabled ?? false}
                  className={`${css['item']} ${item.tone === 'danger' ? css['dangerItem'] : ''}`}
                  onClick={item.onSelect}
                >
                  {item.icon && <Icon name={item.icon} />}
                  <span className={css['itemLabel']}>{item.label}</span>
                  {item.shortcut && <Kbd keys={item.shortcut} />}
                </BaseMenu.Item>
              ),
            )}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
