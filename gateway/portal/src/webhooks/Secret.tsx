import type { ReactNode } from 'react';
import type { Webhook } from '../api/contract';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';

export interface WithSecret {
  webhook: Webhook;
  secret: string;
}

/** The one time that a secret is shown. */
export function Secret({ secret, onClose, children }: { secret: string; onClose: () => void; children?: ReactNode }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      toast('Copied. Keep it as you keep a password.');
    } catch {
      toast('The browser does not let pages copy; select the secret and copy it yourself.');
    }
  };
  return (
    <Dialog title="Copy the secret now" onClose={onClose} wide>
      <div className="stack">
        <p>It is shown only this once. With it the receiver knows that a delivery is from here.</p>
        <TextField label="Secret" value={secret} readOnly onFocus={(event) => event.currentTarget.select()} />
        <p>Any Standard Webhooks library verifies deliveries with it.</p>
        {children && <p>{children}</p>}
        <div className="actions">
          <Button onClick={onClose}>Done</Button>
          <Button kind="primary" icon="link" onClick={() => void copy()}>
            Copy
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
