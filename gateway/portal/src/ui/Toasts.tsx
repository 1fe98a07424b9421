import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Button } from './Button';

interface Toast {
  id: number;
  text: ReactNode;
}

let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(value: Toast[]) {
  toasts = value;
  for (const listener of listeners) listener();
}

export function toast(text: ReactNode) {
  set([...toasts.slice(-2), { id: next++, text }]);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <One key={one.id} {...one} />
      ))}
    </div>
  );
}

function One({ id, text }: Toast) {
  useEffect(() => {
    const timer = setTimeout(() => set(toasts.filter((one) => one.id !== id)), 7000);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className="toast">
      <span>{text}</span>
      <Button
        icon="cross"
        kind="ghost"
        size="small"
        aria-label="Dismiss"
        onClick={() => set(toasts.filter((one) => one.id !== id))}
      />
    </div>
  );
}
