import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button';

/** Modal by the browser's own element: it traps the focus, closes on Escape and gives the focus back. */
export function Dialog({
  title,
  onClose,
  wide,
  children,
}: {
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const back = useRef<Element | null>(null);
  useEffect(() => {
    const dialog = ref.current;
    back.current = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    const first = dialog?.querySelector<HTMLElement>('[data-autofocus], .body input, .body textarea, .body select');
    (first ?? dialog?.querySelector<HTMLElement>('.body button'))?.focus();
    return () => {
      if (back.current instanceof HTMLElement && back.current.isConnected) back.current.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click outside is a shortcut; Escape and the button do the same
    <dialog
      ref={ref}
      className={`dialog ${wide ? 'wide' : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current && isOutside(event, ref.current)) onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <Button icon="cross" kind="ghost" size="small" aria-label="Close" onClick={onClose} />
      </header>
      <div className="body">{children}</div>
    </dialog>
  );
}

function isOutside(event: { clientX: number; clientY: number }, dialog: HTMLDialogElement): boolean {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
