import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';

interface Around {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  className?: string;
}

function useAround({ label, hint, error, optional, className }: Around) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const wrap = (control: ReactNode) => (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> (optional)</span>}
      </label>
      {control}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
  return { wrap, props: { id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined } };
}

/** The browser takes spaces for words; here they say nothing, and the field tells it as it tells that it is empty. */
function useWords<T extends HTMLInputElement | HTMLTextAreaElement>(required: boolean | undefined, value: unknown) {
  const field = useRef<T>(null);
  const blank = required === true && typeof value === 'string' && value !== '' && value.trim() === '';
  useEffect(
    () => field.current?.setCustomValidity(blank ? 'Write something here; spaces alone say nothing.' : ''),
    [blank],
  );
  return field;
}

type Control<T extends 'input' | 'textarea' | 'select'> = Around & Omit<ComponentProps<T>, 'className' | 'onChange'>;

export function TextField({
  label,
  hint,
  error,
  optional,
  className,
  onText,
  ...rest
}: Control<'input'> & { onText?: (value: string) => void }) {
  const { wrap, props } = useAround({ label, hint, error, ...opt(optional, className) });
  const field = useWords<HTMLInputElement>(rest.required, rest.value);
  return wrap(
    <input ref={field} className="input" {...rest} {...props} onChange={(event) => onText?.(event.target.value)} />,
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  className,
  onText,
  ...rest
}: Control<'textarea'> & { onText?: (value: string) => void }) {
  const { wrap, props } = useAround({ label, hint, error, ...opt(optional, className) });
  const field = useWords<HTMLTextAreaElement>(rest.required, rest.value);
  return wrap(
    <textarea ref={field} className="input" {...rest} {...props} onChange={(event) => onText?.(event.target.value)} />,
  );
}

export function Select({
  label,
  hint,
  error,
  optional,
  className,
  onText,
  children,
  ...rest
}: Control<'select'> & { onText?: (value: string) => void }) {
  const { wrap, props } = useAround({ label, hint, error, ...opt(optional, className) });
  return wrap(
    <select className="input" {...rest} {...props} onChange={(event) => onText?.(event.target.value)}>
      {children}
    </select>,
  );
}

export function Choice({ label, ...rest }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'className'>) {
  return (
    <label className="choice">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}

function opt(optional: boolean | undefined, className: string | undefined) {
  return { ...(optional === undefined ? {} : { optional }), ...(className === undefined ? {} : { className }) };
}
