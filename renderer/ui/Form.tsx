import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useRef,
} from 'react';
import { useRefusal } from './fieldChecks.ts';
import css from './Form.module.css';
import { Icon } from './Icon.tsx';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

function FieldFrame({
  id,
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={hideLabel ? 'hidden' : css['label']}>
        {label}
      </label>
      {children}
      {hint && (
        <span id={`${id}-hint`} className={css['hint']}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className={css['error']} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

const describedBy = (id: string, props: FieldProps): string | undefined =>
  [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** What a field of text has beside its own kind: its frame, what describes it, and why the browser refused what it holds. */
function useField({ label, hint, error, hideLabel }: FieldProps) {
  const id = useId();
  const { refused, onInvalid, forget } = useRefusal();
  const frame = { id, label, hint, error: error ?? refused, hideLabel };
  const told = {
    id,
    'aria-invalid': Boolean(frame.error),
    'aria-describedby': describedBy(id, frame),
    onInvalid,
    // Not on change, which is the caller's.
    onInput: forget,
  };
  return { frame, told };
}

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  ...own
}: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { frame, told } = useField({ label, hint, error, hideLabel });
  return (
    <FieldFrame {...frame}>
      <input className={css['input']} {...told} {...own} />
    </FieldFrame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  ...own
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { frame, told } = useField({ label, hint, error, hideLabel });
  return (
    <FieldFrame {...frame}>
      <textarea className={`${css['input']} ${css['area']}`} {...told} {...own} />
    </FieldFrame>
  );
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  inputRef,
  combobox,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** Where the field chooses from a list below it: the ids of the list and of the option that is active. */
  combobox?: { list: string; active: string | undefined };
}) {
  return (
    <span className={css['search']}>
      <Icon name="search" />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={css['input']}
        {...(combobox && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': combobox.list,
          'aria-activedescendant': combobox.active,
        })}
      />
    </span>
  );
}

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** The platform's own list: it works with every assistive tool and under every content policy. */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  hideLabel,
  hint,
}: {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  hideLabel?: boolean;
  hint?: string;
}) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} {...(hideLabel ? { hideLabel } : {})}>
      <span className={css['selectBox']}>
        <select
          id={id}
          className={css['input']}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </FieldFrame>
  );
}

export function Checkbox({
  label,
  checked,
  indeterminate = false,
  onChange,
  hideLabel,
}: {
  label: string;
  checked: boolean;
  indeterminate?: boolean;
  onChange: (checked: boolean) => void;
  hideLabel?: boolean;
}) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={css['check']}>
      <input
        ref={ref}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={hideLabel ? 'hidden' : ''}>{label}</span>
    </label>
  );
}

export function Switch({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className={css['switchRow']}>
      <span>
        {label}
        {hint && <span className={css['hint']}>{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        className={css['switch']}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}

/** A few choices side by side, one of them taken. */
export function Segmented<V extends string>({
  label,
  hideLabel,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  hideLabel?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={css['segmented']}>
      <legend className={hideLabel ? 'hidden' : css['label']}>{label}</legend>
      <span className={css['segments']}>
        {options.map((option) => (
          <label key={option.value} className={css['segment']}>
            <input
              type="radio"
              className="hidden"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
