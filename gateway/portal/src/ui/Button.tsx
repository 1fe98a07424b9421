import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from './Icon';

interface Look {
  icon?: IconName | undefined;
  kind?: 'primary' | 'ghost' | 'danger' | undefined;
  size?: 'small' | 'big' | undefined;
  /** Keeps the focus and its place in the order, but does nothing for now. */
  busy?: boolean | undefined;
  children?: ReactNode;
}

export function Button({
  icon,
  kind,
  size,
  busy,
  children,
  onClick,
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type={type}
      className={look(kind, size, !children)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </button>
  );
}

export function ButtonLink({
  icon,
  kind,
  size,
  href,
  children,
  ...rest
}: Look & { href: string; 'aria-label'?: string; replace?: boolean }) {
  return (
    <Link href={href} className={look(kind, size, !children)} {...rest}>
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </Link>
  );
}

function look(kind: string | undefined, size: string | undefined, iconOnly: boolean) {
  return ['button', kind, size, iconOnly ? 'icon-only' : undefined].filter(Boolean).join(' ');
}
